import { languages, type Language } from '../platform/i18n/language.ts';
import { Icon } from './icon.tsx';
import type { PageFrame, StaffFrame } from './page-frame.ts';
import type { Text, TextKey } from './texts/text.ts';

export const SiteHeader = ({ city, language, path, staff, t }: PageFrame) => (
  <div class="site-header">
    <div class="site-header-inner">
      <a class="brand" href="/">
        <span class="brand-service">{t('layout.service')}</span> <strong>{city.name}</strong>
      </a>
      <LanguageSwitch current={language} path={path} t={t} />
      {staff !== undefined && <StaffMenu path={path} staff={staff} t={t} />}
      {staff === undefined && city.isShut !== true && <CitizenMenu path={path} t={t} />}
    </div>
  </div>
);

type MenuProps = { readonly path: string; readonly t: Text };

const CitizenMenu = ({ path, t }: MenuProps) => (
  <nav class="menu" aria-label={t('layout.nav.main')}>
    <MenuLink href="/lapor" path={path}>
      {t('layout.nav.file')}
    </MenuLink>
    <MenuLink href="/lacak" path={path}>
      {t('layout.nav.track')}
    </MenuLink>
    <MenuLink href="/laporan" path={path}>
      {t('layout.nav.reports')}
    </MenuLink>
  </nav>
);

const StaffMenu = ({ path, staff, t }: MenuProps & { readonly staff: StaffFrame }) => (
  <nav class="menu" aria-label={t('layout.nav.staff')}>
    {staffPages
      .filter(({ isFor }) => isFor === undefined || staff[isFor] === true)
      .map(({ href, title }) => (
        <MenuLink key={href} href={href} path={path}>
          {t(title)}
        </MenuLink>
      ))}
    <div class="menu-session">
      <span>
        <Icon name="person" /> {postNow(t, staff)}
      </span>
      <form method="post" action="/petugas/keluar">
        <button class="link-button" type="submit">
          {t('layout.nav.signOut')}
        </button>
      </form>
    </div>
  </nav>
);

/** In the order of the menu; `isFor`: only for those of whom this is said. */
const staffPages: readonly StaffPage[] = [
  { href: '/petugas', title: 'layout.nav.queue' },
  { href: '/petugas/kabar', title: 'postNotice.page.title' },
  { href: '/kelola/piket', title: 'duty.title', isFor: 'mayKeepDuty' },
  { href: '/kelola', title: 'offices.home.title', isFor: 'mayKeepCity' },
  { href: '/kelola/kesehatan', title: 'health.title', isFor: 'maySeeHealth' },
  { href: '/petugas/akun', title: 'account.title' },
];

type StaffPage = {
  readonly href: string;
  readonly title: TextKey;
  readonly isFor?: 'mayKeepDuty' | 'mayKeepCity' | 'maySeeHealth';
};

const postNow = (t: Text, { post, acting }: StaffFrame): string =>
  acting === undefined
    ? t('layout.postNow', { post })
    : t('layout.deputyNow', { post, deputy: t(`offices.holder.mark.${acting}`) });

const MenuLink = ({
  href,
  path,
  children,
}: {
  readonly href: string;
  readonly path: string;
  readonly children: string;
}) => (
  <a href={href} aria-current={path.split('?')[0] === href ? 'page' : undefined}>
    {children}
  </a>
);

type LanguageSwitchProps = { readonly current: Language; readonly path: string; readonly t: Text };

const LanguageSwitch = ({ current, path, t }: LanguageSwitchProps) => (
  <nav class="language" aria-label={t('layout.language.choose')}>
    {languages
      .filter((language) => language !== current)
      .map((language) => (
        <a key={language} href={inLanguage(path, language)} lang={language} hreflang={language} rel="nofollow">
          {t(`layout.language.${language}`)}
        </a>
      ))}
  </nav>
);

/** The same place in another language. The path is a stranger's: `//elsewhere` must not lead off this site. */
const inLanguage = (path: string, language: Language): string => {
  const [place = '/', query] = path.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('lang', language);
  return `/${place.replace(/^[\\/]+/, '')}?${parameters.toString()}`;
};
