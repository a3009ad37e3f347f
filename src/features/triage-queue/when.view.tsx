import { Tag } from '../../ui/badge.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** What a row of a list says of time. */
export type Moments = DueMoment | EndMoment | FlagMoment;

type DueMoment = {
  readonly kind: 'due';
  readonly clock: string;
  readonly moment: string;
  readonly remaining: string;
  readonly iso: string;
  readonly isLate: boolean;
};

type Moment = { readonly iso: string; readonly words: string };
type EndMoment = {
  readonly kind: 'ended';
  readonly filed: Moment;
  readonly ended: Moment;
  readonly how: string | null;
};

type FlagMoment = {
  readonly kind: 'flagged';
  readonly since: Moment;
  /** How many said so. */
  readonly count: string;
  readonly isHidden: boolean;
};

export const When = ({ t, when }: { readonly t: Text; readonly when: Moments }) => {
  switch (when.kind) {
    case 'due':
      return <Due t={t} due={when} />;
    case 'ended':
      return <End t={t} end={when} />;
    case 'flagged':
      return <Flagged t={t} flagged={when} />;
    default:
      return when satisfies never;
  }
};

/** Late is said in a word and a shape; the colour only repeats it. */
const Due = ({ t, due }: { readonly t: Text; readonly due: DueMoment }) => (
  <>
    {due.isLate && (
      <>
        <span class="late-mark" aria-hidden="true">
          ▲
        </span>{' '}
        <Tag tone="late">{t('staff.queue.late')}</Tag>{' '}
      </>
    )}
    <time datetime={due.iso}>{due.moment}</time> ({due.remaining})
    <br />
    <span class="quiet">{due.clock}</span>
  </>
);

const End = ({ t, end }: { readonly t: Text; readonly end: EndMoment }) => (
  <>
    <time datetime={end.ended.iso}>{end.ended.words}</time>
    <br />
    <span class="quiet">
      {[end.how, t('staff.queue.filed', { moment: end.filed.words })].filter((words) => words !== null).join(', ')}
    </span>
  </>
);

const Flagged = ({ t, flagged }: { readonly t: Text; readonly flagged: FlagMoment }) => (
  <>
    {flagged.count} <Tag>{t(flagged.isHidden ? 'flag.staff.isHidden' : 'flag.staff.isShown')}</Tag>
    <br />
    <span class="quiet">
      {t('flag.staff.since')} <time datetime={flagged.since.iso}>{flagged.since.words}</time>
    </span>
  </>
);
