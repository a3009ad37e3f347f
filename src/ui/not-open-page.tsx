import { languages, type Language } from '../platform/i18n/language.ts';
import { Page } from './layout.tsx';
import type { PageFrame } from './page-frame.ts';
import { textFor } from './texts/text.ts';

/** What citizens of a region see before it opens: in both languages, the one they chose first. */
export const NotOpenPage = ({ frame }: { readonly frame: PageFrame }) => (
  <Page {...frame} robots="none" title={frame.t('layout.notOpen.title', { city: frame.city.name })}>
    <h1>{frame.t('layout.notOpen.title', { city: frame.city.name })}</h1>
    <InLanguage language={frame.language} />
    {languages
      .filter((language) => language !== frame.language)
      .map((language) => (
        <section key={language} lang={language}>
          <h2>{textFor(language)('layout.notOpen.title', { city: frame.city.name })}</h2>
          <InLanguage language={language} />
        </section>
      ))}
    <p>
      <a href="/masuk">{frame.t('layout.notOpen.staff')}</a>
    </p>
  </Page>
);

const InLanguage = ({ language }: { readonly language: Language }) => {
  const t = textFor(language);
  return (
    <>
      <p>{t('layout.notOpen.next')}</p>
      <p>{t('layout.error.urgent')}</p>
    </>
  );
};
