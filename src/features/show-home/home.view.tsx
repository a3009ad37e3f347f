import { showNumber } from '../../domain/report-number.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { StateBadge, type ShownState } from '../../ui/badge.tsx';
import { Steps } from '../../ui/steps.tsx';
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
      <div class="welcome wide">
        <div>
          <h1>{t('home.title')}</h1>
          <p class="lead">{t('home.lead')}</p>
          <p>
            <ButtonLink href="/lapor">
              <Icon name="speech" /> {t('home.file')}
            </ButtonLink>
          </p>
          <p class="quiet">{t('home.fileHint')}</p>
        </div>
        <section class="card" aria-labelledby="track">
          <h2 id="track">{t('home.track')}</h2>
          <FollowForm t={t} />
        </section>
      </div>
      <NoticeBox tone="danger" title={t('layout.emergency.title')}>
        <p>
          {t('layout.emergency.text')} <a href="tel:112">{t('layout.emergency.call')}</a>
        </p>
      </NoticeBox>
      <h2>{t('home.how.title')}</h2>
      <Steps items={[t('home.how.file'), t('home.how.check'), t('home.how.answer'), t('home.how.settle')]} />
      <h2>{t('home.newest')}</h2>
      <Newest newest={newest} t={t} />
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
      <ul class="rows">
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
