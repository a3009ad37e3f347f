import { Around } from '../../ui/around.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { ReportRows, type ReportRow } from '../../ui/report-rows.tsx';
import { SolvedRows, type SolvedReport } from '../../ui/solved-rows.tsx';
import { Steps } from '../../ui/steps.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type HomeProps = {
  readonly frame: PageFrame;
  /** The address of the front door, whole. */
  readonly canonical: string;
  readonly newest: readonly ReportRow[];
  readonly solved: readonly SolvedReport[];
};

export const HomePage = ({ frame, canonical, newest, solved }: HomeProps) => {
  const { t } = frame;
  return (
    <Page
      {...frame}
      title={t('home.title')}
      styles={['read.css']}
      feed="/umpan.atom"
      shared={{ canonical, description: t('home.lead') }}
    >
      <Welcome t={t} />
      <NoticeBox tone="danger" title={t('layout.emergency.title')}>
        <p>
          {t('layout.emergency.text')} <a href="tel:112">{t('layout.emergency.call')}</a>
        </p>
      </NoticeBox>
      <h2>{t('home.how.title')}</h2>
      <Steps items={[t('home.how.file'), t('home.how.check'), t('home.how.answer'), t('home.how.settle')]} />
      <div class="halves wide">
        <section>
          <h2>{t('reading.solved.title')}</h2>
          <Solved solved={solved} t={t} />
        </section>
        <section>
          <h2>{t('home.newest')}</h2>
          <Newest newest={newest} t={t} />
        </section>
      </div>
      <Around t={t} path={frame.path} />
    </Page>
  );
};

const Welcome = ({ t }: { readonly t: Text }) => (
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
);

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

const Solved = ({ solved, t }: { readonly solved: readonly SolvedReport[]; readonly t: Text }) =>
  solved.length === 0 ? <EmptyState title={t('home.solvedNone')} /> : <SolvedRows t={t} reports={solved} />;

const Newest = ({ newest, t }: { readonly newest: readonly ReportRow[]; readonly t: Text }) =>
  newest.length === 0 ? (
    <EmptyState title={t('home.newestNone')} />
  ) : (
    <>
      <ReportRows t={t} rows={newest} />
      <p>
        <a class="further" href="/laporan">
          {t('home.newestAll')}
        </a>
      </p>
    </>
  );
