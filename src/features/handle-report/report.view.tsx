import type { ReportState } from '../../domain/report.ts';
import { StateBadge, Tag } from '../../ui/badge.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { RefusedPhotos, type RefusedPhotoProps } from '../../ui/photo-strip.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { Flags, type FlagsProps } from './flags.view.tsx';
import { MoveForm, type MoveFormProps } from './move-form.view.tsx';
import { Photos, Story, Words, type StoryProps } from './story.view.tsx';

type ShownPerson = {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  /** What was told and cannot be opened any more. */
  readonly lost?: readonly ('name' | 'phone' | 'email')[];
};
/** Null: told nothing, or there is no such person. */
export type ShownIdentity = { readonly reporter: ShownPerson | null; readonly subject: ShownPerson | null };

export type ReportProps = {
  readonly frame: PageFrame;
  readonly number: string;
  readonly state: ReportState;
  readonly isSecret: boolean;
  readonly isBerkadar: boolean;
  readonly closed: string | null;
  readonly primary: { readonly number: string; readonly href: string } | null;
  readonly voices: readonly string[];
  /** What may be the same matter, for who may merge. */
  readonly same: readonly { readonly href: string; readonly words: string; readonly state: ReportState }[];
  /** What people have flagged, for who decides on it. */
  readonly flags: Omit<FlagsProps, 't'> | null;
  readonly story: StoryProps;
  /** The move that is waited for, and all others. */
  readonly likely: MoveFormProps | null;
  readonly others: readonly MoveFormProps[];
  /** What was done, or not done, just before. */
  readonly done?: string | undefined;
  readonly refused?:
    | {
        readonly move: string;
        readonly words: string;
        readonly problems: readonly { readonly field: string; readonly text: string }[];
        readonly kept: readonly { readonly term: string; readonly details: string }[];
      }
    | undefined;
  readonly identity?: ShownIdentity | undefined;
  readonly refusedPhotos: readonly RefusedPhotoProps[];
};

export const ReportPage = (props: ReportProps) => {
  const { frame, number, story, done, refused, identity } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('staff.report.title', { number })}>
      {refused !== undefined && <NotDone t={t} refused={refused} />}
      <RefusedPhotos t={t} photos={props.refusedPhotos} />
      {done !== undefined && (
        <NoticeBox tone="success" live="status">
          <p>{done}</p>
        </NoticeBox>
      )}
      {identity !== undefined && <ReadIdentity t={t} identity={identity} />}
      <Head {...props} />
      <div class="desk">
        <Words {...story} />
        <Photos {...story} />
        {props.flags !== null && <Flags t={t} {...props.flags} />}
        <LikelySame {...props} />
        <Moves {...props} />
        <Story {...story} />
      </div>
    </Page>
  );
};

const Head = ({ frame: { t }, number, state, isSecret, isBerkadar, closed, primary, voices }: ReportProps) => (
  <header>
    <h1>
      {t('staff.report.name')} <span class="whole">{number}</span>
    </h1>
    <p>
      <StateBadge t={t} state={state} /> {isSecret && <Tag>{t('staff.report.isSecret')}</Tag>}{' '}
      {isBerkadar && <Tag>{t('state.class.berkadar')}</Tag>}
    </p>
    <p>{closed ?? t(`state.meaning.${state}`)}</p>
    {primary !== null && (
      <p>
        <a href={primary.href}>{t('staff.report.mergedInto', { number: primary.number })}</a>
      </p>
    )}
    {voices.length > 0 && <p>{t('staff.report.voices', { numbers: voices.join(', ') })}</p>}
  </header>
);

const LikelySame = ({ frame: { t }, same }: ReportProps) =>
  same.length === 0 ? null : (
    <section aria-labelledby="same">
      <h2 id="same">{t('staff.report.same')}</h2>
      <p>{t('staff.report.sameHint')}</p>
      <ul>
        {same.map((one) => (
          <li key={one.href}>
            <a href={one.href}>{one.words}</a> <StateBadge t={t} state={one.state} />
          </li>
        ))}
      </ul>
    </section>
  );

const NotDone = ({ t, refused }: { readonly t: Text; readonly refused: NonNullable<ReportProps['refused']> }) =>
  refused.problems.length > 0 ? (
    <ErrorSummary t={t} problems={refused.problems} scope={refused.move} />
  ) : (
    <NoticeBox tone="danger" title={t('staff.failed.title')} live="alert">
      <p>{refused.words}</p>
      <DefinitionList items={refused.kept} />
    </NoticeBox>
  );

const ReadIdentity = ({ t, identity }: { readonly t: Text; readonly identity: ShownIdentity }) => (
  <NoticeBox tone="warning" title={t('staff.identity.title')} live="status">
    {identity.reporter === null ? <p>{t('staff.identity.none')}</p> : <Person t={t} person={identity.reporter} />}
    {identity.subject !== null && (
      <>
        <p>{t('staff.identity.subject')}</p>
        <Person t={t} person={identity.subject} />
      </>
    )}
    <p>{t('staff.identity.once')}</p>
  </NoticeBox>
);

const Person = ({ t, person }: { readonly t: Text; readonly person: ShownPerson }) => (
  <DefinitionList
    items={(['name', 'phone', 'email'] as const).map((field) => ({
      term: t(`staff.identity.${field}`),
      details: person.lost?.includes(field) === true ? t('staff.identity.lost') : person[field],
    }))}
  />
);

const Moves = ({ frame: { t }, likely, others, refused }: ReportProps) => (
  <section class="desk-moves" aria-labelledby="moves">
    <h2 id="moves">{t('staff.moves.title')}</h2>
    {likely === null && others.length === 0 && <p>{t('staff.moves.none')}</p>}
    {likely !== null && (
      <>
        <h3>{t(`state.move.${likely.move}`)}</h3>
        <MoveForm {...likely} />
      </>
    )}
    {likely !== null && others.length > 0 && <h3>{t('staff.moves.other')}</h3>}
    {others.map((form) => (
      <details key={form.move} class="more" open={refused?.move === form.move}>
        <summary>{t(`state.move.${form.move}`)}</summary>
        <MoveForm {...form} />
      </details>
    ))}
  </section>
);
