import type { ComponentChildren } from 'preact';
import type { PageFrame } from './page-frame.ts';
import { ServiceNotices } from './service-notices.tsx';
import { SharedHead, type SharedPage } from './shared-head.tsx';
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
  /** Style beyond that of the whole site, by the names of the sources: `read.css`. */
  readonly styles?: readonly string[] | undefined;
  /** What others shall see of a page that everyone may read. */
  readonly shared?: SharedPage | undefined;
  readonly children: ComponentChildren;
};

export const Page = ({ children, ...props }: PageProps) => (
  <html lang={props.language}>
    <Head {...props} />
    <body>
      <a class="skip" href="#main">
        {props.t('layout.skip')}
      </a>
      <header>
        <ServiceNotices {...props} />
        <SiteHeader {...props} />
      </header>
      <main id="main" class={props.staff === undefined ? 'main' : 'main main-wide'} tabindex={-1}>
        {children}
      </main>
      <SiteFooter t={props.t} isStaff={props.staff !== undefined} />
    </body>
  </html>
);

const Head = ({ title, hasErrors = false, shared, ...props }: Omit<PageProps, 'children'>) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{`${hasErrors ? props.t('general.titleWithErrors', { title }) : title} · ${props.city.name}`}</title>
    <meta name="color-scheme" content="light dark" />
    {props.robots === 'none' && <meta name="robots" content="noindex, nofollow" />}
    <link rel="stylesheet" href={props.assets.css} />
    {props.feed !== undefined && <link rel="alternate" type="application/atom+xml" href={props.feed} />}
    <OfficerStyle {...props} />
    {props.styles?.map((name) => (
      <Style key={name} href={props.assets.scripts?.[name]} />
    ))}
    {shared !== undefined && <SharedHead {...props} title={title} shared={shared} />}
    {props.scripts?.flatMap((name) => {
      const src = props.assets.scripts?.[name];
      return src === undefined ? [] : [<script key={name} type="module" src={src} />];
    })}
  </head>
);

/** What the desks of officers need besides; a citizen's telephone does not carry it. */
const OfficerStyle = ({ staff, assets }: PageFrame) =>
  staff === undefined ? null : <Style href={assets.scripts?.['officer.css']} />;

/** What the build has not made is left out. */
const Style = ({ href }: { readonly href: string | undefined }) =>
  href === undefined ? null : <link rel="stylesheet" href={href} />;
