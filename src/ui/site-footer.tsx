import { Icon } from './icon.tsx';
import type { Text } from './texts/text.ts';

export const SiteFooter = ({ t, isStaff }: { readonly t: Text; readonly isStaff: boolean }) => (
  <footer class="site-footer">
    <div class="site-footer-inner">
      <p class="site-footer-emergency">
        <Icon name="phone" /> {t('layout.footer.emergency')}: <a href="tel:112">{t('layout.emergency.call')}</a>
      </p>
      <p>
        {t('layout.footer.noScript')} {t('layout.footer.software')}
      </p>
      <p class="links">
        <a href="/bantuan/dasar-hukum">{t('promises.grounds.link')}</a>
        {!isStaff && <a href="/masuk">{t('layout.nav.signIn')}</a>}
        {!isStaff && <a href="/api">API</a>}
      </p>
    </div>
  </footer>
);
