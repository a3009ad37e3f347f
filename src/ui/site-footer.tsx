import type { Text } from './texts/text.ts';

export const SiteFooter = ({ t, isStaff }: { readonly t: Text; readonly isStaff: boolean }) => (
  <footer class="site-footer">
    <div class="site-footer-inner">
      <p class="site-footer-emergency">
        {t('layout.footer.emergency')}: <a href="tel:112">{t('layout.emergency.call')}</a>
      </p>
      <p>
        {t('layout.footer.noScript')} {t('layout.footer.software')}
      </p>
      <p>
        <a href="/bantuan/dasar-hukum">{t('promises.grounds.link')}</a>
      </p>
      {!isStaff && (
        <p>
          <a href="/masuk">{t('layout.nav.signIn')}</a> · <a href="/api">API</a>
        </p>
      )}
    </div>
  </footer>
);
