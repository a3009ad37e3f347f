import { languages } from '../platform/i18n/language.ts';
import type { PageFrame } from './page-frame.ts';
import { textFor, type Text } from './texts/text.ts';

type ServiceNoticesProps = Pick<PageFrame, 'city' | 't' | 'keepsLetters' | 'staff'>;

/** What must not be missed about this service itself. A demonstration and a rehearsal say so in both languages. */
export const ServiceNotices = ({ city, t, keepsLetters, staff }: ServiceNoticesProps) => (
  <>
    {city.isDemo && <InBothLanguages say={(text) => text('layout.demo', { city: city.name })} />}
    {city.isRehearsal && <InBothLanguages say={(text) => text('layout.rehearsal')} />}
    {staff !== undefined && keepsLetters === true && <p class="service-notice">{t('layout.keepsLetters')}</p>}
    {city.clock !== undefined && <p class="service-notice">{t('layout.clock', { moment: city.clock })}</p>}
  </>
);

const InBothLanguages = ({ say }: { readonly say: (t: Text) => string }) => (
  <div class="service-notice" role="note">
    {languages.map((language) => (
      <p key={language} lang={language}>
        {say(textFor(language))}
      </p>
    ))}
  </div>
);
