import type { ComponentChildren } from 'preact';
import type { PageFrame } from './page-frame.ts';
import { ServiceNotices } from './service-notices.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

export type PageProps = PageFrame & {
  readonly title: string;
  /** Something is to be corrected: whoever hears the title knows before they look for it. */
  readonly hasErrors?: boolean | undefined;
  /** What helps whoever has script, by the names of the sources; every page works without. */
  readonly scripts?: readonly string[] | undefined;
  /** Where a reader of feeds follows what the page lists. */
  readonly feed?: string | undefined;
  readonly children: ComponentChildren;
};

export const Page = ({ title, hasErrors = false, scripts = [], feed, children, ...frame }: PageProps) => (
  <html lang={frame.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${hasErrors ? frame.t('general.titleWithErrors', { title }) : title} · ${frame.city.name}`}</title>
      <meta name="color-scheme" content="light dark" />
      {frame.robots === 'none' && <meta name="robots" content="noindex, nofollow" />}
      <link rel="stylesheet" href={frame.assets.css} />
      {feed !== undefined && <link rel="alternate" type="application/atom+xml" href={feed} />}
      <OfficerStyle {...frame} />
      {scripts.flatMap((name) => {
        const src = frame.assets.scripts?.[name];
        return src === undefined ? [] : [<script key={name} type="module" src={src} />];
      })}
    </head>
    <body>
      <a class="skip" href="#main">
        {frame.t('layout.skip')}
      </a>
      <header>
        <ServiceNotices {...frame} />
        <SiteHeader {...frame} />
      </header>
      <main id="main" class={frame.staff === undefined ? 'main' : 'main main-wide'} tabindex={-1}>
        {children}
      </main>
      <SiteFooter t={frame.t} isStaff={frame.staff !== undefined} />
    </body>
  </html>
);

/** What the desks of officers need besides; a citizen's telephone does not carry it. */
const OfficerStyle = ({ staff, assets }: PageFrame) => {
  const href = assets.scripts?.['officer.css'];
  return staff === undefined || href === undefined ? null : <link rel="stylesheet" href={href} />;
};
