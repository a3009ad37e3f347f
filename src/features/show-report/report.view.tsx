import { showNumber } from '../../domain/report-number.ts';
import { Around } from '../../ui/around.tsx';
import { BeforeAfter, type ShownPhoto } from '../../ui/before-after.tsx';
import { Button } from '../../ui/button.tsx';
import { StateBadge, type ShownState } from '../../ui/badge.tsx';
import { Page } from '../../ui/layout.tsx';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { PrintHead } from '../../ui/print-head.tsx';
import type { SharedPage } from '../../ui/shared-head.tsx';
import { Timeline, type TimelineItem } from '../../ui/timeline.tsx';
import { reportTitle } from '../../ui/report-title.ts';
import { Facts, type FactsProps } from './facts.view.tsx';

/** The report that this one is handled with. */
export type Together = { readonly number: string; readonly photos: readonly ShownPhoto[] };

export type PublicReportProps = FactsProps & {
  readonly title: string | null;
  readonly isTitleOnly: boolean;
  readonly description: string | null;
  readonly state: ShownState;
  /** How it ended, where it has. */
  readonly ending: string | null;
  /** By which agencies, and when: of the answer that is shown. */
  readonly answered: string | null;
  /** What is said where no answer is shown. */
  readonly noAnswer: string;
  readonly answer: string | null;
  readonly rating: number | null;
  readonly together: Together | null;
  /** Pictures that were looked at and may be seen: of the matter, and of what was done. */
  readonly photos: readonly ShownPhoto[];
  readonly proof: readonly ShownPhoto[];
  readonly timeline: readonly TimelineItem[];
  readonly shared: SharedPage;
  readonly printedOn: string;
};

export const PublicReportPage = (props: PublicReportProps) => {
  const { frame, number, title, shared } = props;
  const { t } = frame;
  const heading = reportTitle(t, { title, number });
  return (
    <Page {...frame} title={heading} styles={['read.css']} shared={shared} feed="/umpan.atom">
      <PrintHead t={t} city={frame.city} address={shared.canonical} printedOn={props.printedOn} />
      <h1>{heading}</h1>
      <TogetherNotice {...props} />
      <Matter {...props} />
      <Answer {...props} />
      <h2>{t('publicReport.about')}</h2>
      <Facts {...props} />
      <h2>{t('publicReport.history')}</h2>
      <Timeline label={t('publicReport.history')} items={props.timeline} />
      <div class="no-print">
        <Ways {...props} />
        <Around t={t} path={frame.path} />
      </div>
    </Page>
  );
};

/** Pictures of the matter stand here until there is one of what was done: then both stand with the answer. */
const Matter = ({ frame: { t }, state, ending, description, isTitleOnly, photos, proof }: PublicReportProps) => (
  <>
    <p>
      <StateBadge state={state} t={t} />
    </p>
    <p>{ending ?? t(`state.meaning.${state}`)}</p>
    {description !== null && <blockquote class="words">{description}</blockquote>}
    {proof.length === 0 && <Pictures label={t('photo.of')} photos={photos} />}
    {isTitleOnly && <p class="quiet">{t('publicReport.titleOnly')}</p>}
  </>
);

const Pictures = ({ label, photos }: { readonly label: string; readonly photos: readonly ShownPhoto[] }) =>
  photos.length === 0 ? null : (
    <PhotoStrip label={label} photos={photos.map((photo) => ({ ...photo, id: photo.thumb, notes: [] }))} />
  );

/** What a reader can do. */
const Ways = ({ frame: { t }, number, state }: PublicReportProps) => (
  <>
    {state !== 'closed' && state !== 'rejected' && (
      <PostForm action="/lapor" hidden={{ support: number }}>
        <Button tone="secondary">{t('publicReport.mineToo')}</Button>
      </PostForm>
    )}
    <ul class="around">
      {state !== 'closed' && state !== 'rejected' && (
        <li>
          <a href={`/laporan/${number}/ikuti`} rel="nofollow">
            {t('publicReport.follow')}
          </a>
        </li>
      )}
      <li>
        <a href={`/lacak?nomor=${number}`}>{t('publicReport.isMine')}</a>
      </li>
      <li>
        <a href={`/laporan/${number}/laporkan`} rel="nofollow">
          {t('flag.link')}
        </a>
      </li>
    </ul>
  </>
);

/** Above everything: what is done and answered is told there, for both. */
const TogetherNotice = ({ frame: { t }, together }: PublicReportProps) =>
  together === null ? null : (
    <p>
      {t('publicReport.together')}:{' '}
      <a href={`/laporan/${together.number}`}>{t('publicReport.merged', { number: showNumber(together.number) })}</a>
    </p>
  );

const Answer = ({ frame: { t }, answer, noAnswer, rating, answered, photos, proof, together }: PublicReportProps) => (
  <>
    <h2>{t('publicReport.answer')}</h2>
    {answer === null ? (
      <p class="quiet">{noAnswer}</p>
    ) : (
      <>
        {answered !== null && <p>{answered}</p>}
        <blockquote class="words">{answer}</blockquote>
        {proof.length > 0 && <BeforeAfter t={t} before={photos} after={proof} />}
        {proof.length === 0 && together !== null && <Pictures label={t('photo.proof')} photos={together.photos} />}
      </>
    )}
    {rating !== null && <p>{t('publicReport.rating', { count: rating })}</p>}
  </>
);
