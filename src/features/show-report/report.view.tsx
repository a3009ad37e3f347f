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
import type { Text } from '../../ui/texts/text.ts';
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
  /** What is said where no answer stands; null: one does. */
  readonly noAnswer: string | null;
  readonly answer: string | null;
  /** Says that it was disputed, where it was. */
  readonly answerTitle: string;
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
      <Heading t={t} number={number} title={title} />
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

type HeadingProps = Pick<PublicReportProps, 'number' | 'title'> & { readonly t: Text };

/** A browser breaks a number behind its hyphens. */
const Heading = ({ t, number, title }: HeadingProps) => {
  const shown = showNumber(number);
  const [before, after] = reportTitle(t, { title, number }).split(shown);
  if (title !== null || after === undefined) return <h1>{title ?? before}</h1>;
  return (
    <h1>
      {before}
      <span class="unbroken">{shown}</span>
      {after}
    </h1>
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

/** What a reader can do. Nothing can be followed where no letters leave. */
const Ways = ({ frame: { t, keepsLetters }, number, state }: PublicReportProps) => {
  const isOpen = state !== 'closed' && state !== 'rejected';
  return (
    <>
      {isOpen && (
        <PostForm action="/lapor" hidden={{ support: number }}>
          <Button tone="secondary">{t('publicReport.mineToo')}</Button>
        </PostForm>
      )}
      <ul class="around">
        {isOpen && keepsLetters !== true && (
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
};

/** Above everything: what is done and answered is told there, for both. */
const TogetherNotice = ({ frame: { t }, together }: PublicReportProps) =>
  together === null ? null : (
    <p>
      {t('publicReport.together')}:{' '}
      <a href={`/laporan/${together.number}`}>{t('publicReport.merged', { number: showNumber(together.number) })}</a>
    </p>
  );

const Answer = (props: PublicReportProps) => {
  const { answer, answerTitle, noAnswer, rating } = props;
  return (
    <>
      <h2>{answerTitle}</h2>
      {noAnswer !== null && <p class="quiet">{noAnswer}</p>}
      {answer !== null && <Answered {...props} answer={answer} />}
      {rating !== null && <p>{props.frame.t('publicReport.rating', { count: rating })}</p>}
    </>
  );
};

const Answered = (props: PublicReportProps & { readonly answer: string }) => {
  const { frame, answered, answer, photos, proof, together } = props;
  const { t } = frame;
  return (
    <>
      {answered !== null && <p>{answered}</p>}
      <blockquote class="words">{answer}</blockquote>
      {proof.length > 0 && <BeforeAfter t={t} before={photos} after={proof} />}
      {proof.length === 0 && together !== null && <Pictures label={t('photo.proof')} photos={together.photos} />}
    </>
  );
};
