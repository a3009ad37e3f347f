import type { ComponentChildren } from 'preact';
import { languages } from '../platform/i18n/language.ts';
import type { PageFrame, StaffFrame } from './page-frame.ts';
import { textFor, type Text } from './texts/text.ts';

type ServiceNoticesProps = Pick<PageFrame, 'city' | 't' | 'keepsLetters' | 'staff'>;

type ToStaffProps = { readonly t: Text; readonly staff: StaffFrame };

/** What must not be missed about this service itself. A demonstration and a rehearsal say so in both languages. */
export const ServiceNotices = ({ city, t, keepsLetters, staff }: ServiceNoticesProps) => (
  <>
    {city.isDemo && <InBothLanguages say={(text) => text('layout.demo', { city: city.name })} />}
    {city.isRehearsal && <InBothLanguages say={(text) => text('layout.rehearsal')} />}
    {staff !== undefined && keepsLetters === true && !city.isRehearsal && <Notice>{t('layout.keepsLetters')}</Notice>}
    {staff !== undefined && <MissingCalendar t={t} staff={staff} />}
    {staff !== undefined && city.isRehearsal && (
      <Notice>
        {t('rehearsal.notice')} <a href="/petugas/surat-latihan">{t('rehearsal.title')}</a>
      </Notice>
    )}
    {staff !== undefined && city.isShut === true && <Shut t={t} staff={staff} />}
    {city.clock !== undefined && <Notice>{t('layout.clock', { moment: city.clock })}</Notice>}
  </>
);

/** Every officer reads it: whoever promises a date must know that it may move. */
const MissingCalendar = ({ t, staff: { missingYear, mayKeepCity } }: ToStaffProps) =>
  missingYear === null || missingYear === undefined ? null : (
    <Notice>
      {t('promises.missingYear', { year: missingYear, before: missingYear - 1 })}
      {mayKeepCity === true && (
        <>
          {' '}
          <a href={`/kelola/janji/kalender?tahun=${missingYear}`}>{t('promises.missingYearAct')}</a>
        </>
      )}
    </Notice>
  );

const Shut = ({ t, staff }: ToStaffProps) => (
  <Notice>
    {t('readiness.shut')}
    {staff.mayKeepCity === true && (
      <>
        {' '}
        <a href="/kelola/siap">{t('readiness.title')}</a>
      </>
    )}
  </Notice>
);

const Notice = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="service-notice service-notice-quiet">
    <p>{children}</p>
  </div>
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
