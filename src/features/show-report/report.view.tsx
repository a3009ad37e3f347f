import { showNumber } from '../../domain/report-number.ts';
import { Around } from '../../ui/around.tsx';
import { BeforeAfter, type ShownPhoto } from '../../ui/before-after.tsx';
import { Button } from '../../ui/button.tsx';
import { StateBadge, Tag, type ShownState } from '../../ui/badge.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { PrintHead } from '../../ui/print-head.tsx';
import type { SharedPage } from '../../ui/shared-head.tsx';
import { Timeline, type TimelineItem } from '../../ui/timeline.tsx';
import { reportTitle } from '../../ui/report-title.ts';
import type { Text } from '../../ui/texts/text.ts';

export type PublicPromise = {
  /** The clock, its date and what is left. */
  readonly words: string;
  readonly isLate: boolean;
  readonly isProvisional: boolean;
};

export type PublicReportProps = {
  readonly frame: PageFrame;
  readonly number: string;
  readonly title: string | null;
  readonly isTitleOnly: boolean;
  readonly description: string | null;
  readonly state: ShownState;
  /** How it ended, where it has. */
  readonly ending: string | null;
  readonly kind: string;
  readonly category: string | null;
  readonly village: string | null;
  readonly filedOn: string;
  readonly agencies: readonly string[];
  readonly answeredBy: readonly string[];
  readonly promise: PublicPromise | null;
  /** How long its time has stood still, or that it does now. */
  readonly paused: string | null;
  /** The dates officers have promised, and what became of each. */
  readonly given: readonly string[];
  readonly answer: string | null;
  readonly rating: number | null;
  readonly supporters: number;
  /** Through how many hands it went, where more than one. */
  readonly hands: string | null;
  readonly mergedInto: string | null;
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
      <li>
        <a href={`/laporan/${number}/ikuti`} rel="nofollow">
          {t('publicReport.follow')}
        </a>
      </li>
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

const Facts = (props: PublicReportProps) => {
  const { t } = props.frame;
  return (
    <DefinitionList
      items={[
        { term: t('publicReport.number'), details: showNumber(props.number) },
        { term: t('publicReport.filedOn'), details: props.filedOn },
        { term: t('publicReport.kind'), details: props.kind },
        { term: t('publicReport.category'), details: props.category },
        { term: t('publicReport.village'), details: props.village },
        {
          term: t('publicReport.supporters'),
          details: props.supporters === 0 ? null : t('publicReport.supporterCount', { count: props.supporters }),
        },
        { term: t('publicReport.handledBy'), details: props.agencies.join(', ') },
        { term: t('publicReport.hands'), details: props.hands },
        {
          term: t('publicReport.promise'),
          details: props.promise === null ? null : <Promised promise={props.promise} t={t} />,
        },
        { term: t('publicReport.paused'), details: props.paused },
        { term: t('promises.given.title'), details: props.given.join('\n') },
        {
          term: t('publicReport.together'),
          details: props.mergedInto === null ? null : <Together number={props.mergedInto} t={t} />,
        },
      ]}
    />
  );
};

/** The running date, by which rule; that it has passed is said in a word, not in a colour. */
const Promised = ({ promise, t }: { readonly promise: PublicPromise; readonly t: Text }) => (
  <>
    {promise.isLate && (
      <>
        <Tag tone="late">{t('publicReport.late')}</Tag>{' '}
      </>
    )}
    {promise.words}
    {promise.isProvisional && <span class="quiet"> {t('publicReport.provisional')}</span>}{' '}
    <a href="/bantuan/dasar-hukum">{t('publicReport.grounds')}</a>
  </>
);

const Together = ({ number, t }: { readonly number: string; readonly t: Text }) => (
  <a href={`/laporan/${number}`}>{t('publicReport.merged', { number: showNumber(number) })}</a>
);

const Answer = ({ frame: { t }, state, answer, rating, answeredBy, photos, proof }: PublicReportProps) => (
  <>
    <h2>{t('publicReport.answer')}</h2>
    {answer === null ? (
      <p class="quiet">{t(state === 'answered' ? 'publicReport.answerBeingChecked' : 'publicReport.noAnswer')}</p>
    ) : (
      <>
        {answeredBy.length > 0 && <p>{t('publicReport.answeredBy', { agency: answeredBy.join(', ') })}</p>}
        <blockquote class="words">{answer}</blockquote>
        {proof.length > 0 && <BeforeAfter t={t} before={photos} after={proof} />}
      </>
    )}
    {rating !== null && <p>{t('publicReport.rating', { count: rating })}</p>}
  </>
);
