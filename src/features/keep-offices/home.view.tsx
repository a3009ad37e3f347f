import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';

export type HomeProps = {
  readonly frame: PageFrame;
  /** What waits, each with where to see to it. */
  readonly waits: readonly { readonly href: string; readonly name: string; readonly text: string }[];
  readonly pages: readonly { readonly href: string; readonly label: string; readonly text: string }[];
};

/** Where an administrator begins: what waits, and all there is to keep. */
export const HomePage = ({ frame, waits, pages }: HomeProps) => {
  const { t } = frame;
  const title = t('offices.home.title');
  return (
    <Page {...frame} robots="none" title={title}>
      <h1>{title}</h1>
      <p>{t('offices.home.hint')}</p>
      <h2>{t('offices.home.waits')}</h2>
      {waits.length === 0 ? (
        <p>{t('offices.home.nothing')}</p>
      ) : (
        <ul>
          {waits.map(({ href, name, text }) => (
            <li key={`${href} ${text}`}>
              <a href={href}>{name}</a>: {text}
            </li>
          ))}
        </ul>
      )}
      <h2>{t('offices.home.pages')}</h2>
      <ul>
        {pages.map(({ href, label, text }) => (
          <li key={href}>
            <a href={href}>{label}</a>: {text}
          </li>
        ))}
      </ul>
    </Page>
  );
};
