import { showNumber } from '../../domain/report-number.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { StateBadge, type ShownState } from '../../ui/badge.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type HomeReport = {
  readonly number: string;
  readonly title: string | null;
  readonly state: ShownState;
  readonly village: string | null;
};

export type HomeProps = { readonly frame: PageFrame; readonly newest: readonly HomeReport[] };

export const HomePage = ({ frame, newest }: HomeProps) => {
  const { t } = frame;
  return (
    <Page {...frame} title={t('home.title')}>
      <h1>{t('home.title')}</h1>
      <p class="lead">{t('home.lead')}</p>
      <p>
        <ButtonLink href="/lapor">{t('home.file')}</ButtonLink>
      </p>
      <p class="quiet">{t('home.fileHint')}</p>
      <h2>{t('home.track')}</h2>
      <FollowForm t={t} />
      <h2>{t('home.how.title')}</h2>
      <ol>
        <li>{t('home.how.file')}</li>
        <li>{t('home.how.check')}</li>
        <li>{t('home.how.answer')}</li>
        <li>{t('home.how.settle')}</li>
      </ol>
      <h2>{t('home.newest')}</h2>
      <Newest newest={newest} t={t} />
      <h2>{t('layout.emergency.title')}</h2>
      <p>
        {t('layout.emergency.text')} <a href="tel:112">{t('layout.emergency.call')}</a>
      </p>
    </Page>
  );
};

/** Asks for the number alone; /lacak asks for the code. */
const FollowForm = ({ t }: { readonly t: Text }) => (
  <form class="form" method="get" action="/lacak">
    <div class="field">
      <label class="field-label" for="nomor">
        {t('home.number')}
      </label>
      <p class="field-hint" id="nomor-hint">
        {t('home.trackHint')}
      </p>
      <input
        class="input input-code"
        id="nomor"
        name="nomor"
        inputmode="numeric"
        autocomplete="off"
        aria-describedby="nomor-hint"
      />
    </div>
    <button class="button button-secondary" type="submit">
      {t('general.continue')}
    </button>
  </form>
);

const Newest = ({ newest, t }: { readonly newest: readonly HomeReport[]; readonly t: Text }) =>
  newest.length === 0 ? (
    <EmptyState title={t('home.newestNone')} />
  ) : (
    <>
      <ul>
        {newest.map(({ number, title, state, village }) => (
          <li key={number}>
            <a href={`/laporan/${number}`}>{title ?? t('publicReport.untitled', { number: showNumber(number) })}</a>
            <br />
            <StateBadge state={state} t={t} /> {village !== null && <span class="quiet">{village}</span>}
          </li>
        ))}
      </ul>
      <p>
        <a href="/laporan">{t('home.newestAll')}</a>
      </p>
    </>
  );
