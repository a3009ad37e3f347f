import { Disclosure } from '../../ui/disclosure.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';

export type HomeProps = {
  readonly frame: PageFrame;
  /** What waits, by kind; a kind of which nothing waits is left out. */
  readonly waits: readonly { readonly title: string; readonly things: readonly Waiting[] }[];
  readonly pages: readonly { readonly href: string; readonly label: string; readonly text: string }[];
};

/** With where to see to it. */
export type Waiting = { readonly href: string; readonly name: string; readonly text: string | null };

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
        waits.map(({ title: kind, things }) => (
          <Disclosure key={kind} summary={kind} count={String(things.length)} isOpen={things.length <= mostShown}>
            <Things things={things} />
          </Disclosure>
        ))
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

/** A longer list is opened when it is wanted: it would hide what there is besides. */
const mostShown = 5;

const Things = ({ things }: { readonly things: readonly Waiting[] }) => (
  <ul>
    {things.map(({ href, name, text }) => (
      <li key={`${href} ${text}`}>
        <a href={href}>{name}</a>
        {text !== null && <>: {text}</>}
      </li>
    ))}
  </ul>
);
