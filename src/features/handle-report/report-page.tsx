import type { FastifyRequest } from 'fastify';

import { formatMoment } from '../../platform/i18n/format.ts';
import { localDay } from '../../domain/time.ts';
import type { FieldProblem, Refusal } from '../../domain/refusal.ts';
import { staffOf } from '../../store/identity.ts';
import type { City } from '../../store/city.ts';
import type { MoveFields } from '../../store/move-fields.ts';
import type { RefusedPhoto } from '../../store/photo-intake.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { textFor, type Text } from '../../ui/texts/text.ts';
import { ChangedPage } from './changed.view.tsx';
import { flagsProps } from './flags-props.ts';
import type { StaffMove } from './form.ts';
import { historyItem } from './history-items.ts';
import { reportPath } from './means.ts';
import type { Making } from './making.ts';
import { moveFields } from './move-fields.ts';
import { formFieldOf, likelyMove, moveFormOf, movesNow, problemWords, type RefusedForm } from './move-forms.ts';
import type { MoveField } from './move-form.view.tsx';
import type { Story } from './queries.ts';
import { ReportPage, type ReportProps, type ShownIdentity } from './report.view.tsx';
import { shownNumber, storyProps } from './story-props.ts';

/** What a page of one report is made from. */
export type Reading = {
  readonly request: FastifyRequest;
  readonly frame: PageFrame;
  readonly story: Story;
  readonly city: City;
};

/** A move that was not made, with all that was typed. */
export type Attempt = {
  readonly move: StaffMove;
  readonly fields: MoveFields;
  readonly version: number | undefined;
  readonly refusal: Refusal;
  readonly refusedPhotos?: readonly RefusedPhoto[];
};

type Extras = { readonly done?: StaffMove | undefined; readonly identity?: ShownIdentity; readonly attempt?: Attempt };

/** The report with the forms of the moves that its reader may make now. */
export const reportPage = (reading: Reading, { done, identity, attempt }: Extras = {}): string => {
  const { story } = reading;
  const frame = ownFrame(reading);
  const making = makingOf(reading, attempt?.fields ?? null);
  const moves = movesNow(story, making.post, making.city, reading.request.tenant.clock.now());
  const likely = likelyMove(story.state, moves);
  const refused = attempt === undefined ? null : refusedForm(attempt, story);
  const formOf = (move: StaffMove) => moveFormOf(making, move, refused);
  const props: ReportProps = {
    frame,
    ...headOf(story, frame.t),
    story: storyProps(story, making.post, readerOf(reading)),
    flags: moves.includes('mask') ? flagsProps(story, readerOf(reading)) : null,
    same: moves.includes('merge') ? sameProps(story, readerOf(reading)) : [],
    likely: likely === null ? null : formOf(likely),
    others: moves.filter((move) => move !== likely).map(formOf),
    done: doneWords(frame.t, story, done),
    refused: attempt === undefined ? undefined : refusedProps(attempt, making, moves.includes(attempt.move)),
    identity,
    refusedPhotos: (attempt?.refusedPhotos ?? []).map(({ name, problem }) => ({
      name,
      words: frame.t(`photo.problem.${problem}`),
    })),
  };
  return renderDocument(<ReportPage {...props} />);
};

/** A rejection that waits for a second officer is not one yet. */
const doneWords = (t: Text, story: Story, done: StaffMove | undefined): string | undefined => {
  if (done === undefined) return undefined;
  if (done === 'reject' && story.state === 'received') return t('staff.doneProposed');
  return t('staff.done', { move: t(`state.move.${done}`) });
};

/** Beside what was about to be done: what has happened since the page was opened. */
export const changedPage = (reading: Reading, attempt: Attempt): string => {
  const { story } = reading;
  const frame = ownFrame(reading);
  const making = makingOf(reading, attempt.fields);
  const isPossible = movesNow(story, making.post, making.city, reading.request.tenant.clock.now()).includes(
    attempt.move,
  );
  const form = moveFormOf(making, attempt.move, { move: attempt.move, version: story.version, problems: [] });
  return renderDocument(
    <ChangedPage
      frame={frame}
      number={shownNumber(story)}
      href={reportPath(story.number)}
      state={story.state}
      move={frame.t(`state.move.${attempt.move}`)}
      form={isPossible ? form : null}
      kept={keptWords(form.fields)}
      changes={story.events
        .filter((event) => event.seq > (attempt.version ?? 0))
        .map((event) => historyItem(event, readerOf(reading)))}
    />,
  );
};

/** A page that answers a form lives at the report's own address: its links lead there. */
const ownFrame = ({ frame, story }: Reading): PageFrame => ({ ...frame, path: reportPath(story.number) });

const readerOf = ({ request, city }: Reading) => {
  const { language, tenant } = request;
  return { t: textFor(language), language, zone: tenant.zone, city, now: tenant.clock.now() };
};

const makingOf = (reading: Reading, typed: MoveFields | null): Making => {
  const { t, language, city, now, zone } = readerOf(reading);
  return {
    t,
    language,
    city,
    story: reading.story,
    post: staffOf(reading.request).post,
    today: localDay(now.toISOString(), zone),
    typed,
  };
};

const headOf = (story: Story, t: Text) => ({
  number: shownNumber(story),
  state: story.state,
  isSecret: story.isSecret,
  isBerkadar: story.class === 'berkadar',
  closed: story.closedReason === null ? null : t(`state.closed.${story.closedReason}`),
  primary:
    story.primaryNumber === null
      ? null
      : { number: shownNumber({ number: story.primaryNumber }), href: reportPath(story.primaryNumber) },
  voices: story.voices.map((number) => shownNumber({ number })),
});

const sameProps = (story: Story, { t, language, zone, now }: ReturnType<typeof readerOf>): ReportProps['same'] =>
  story.likelySame.map(({ number, state, filedAt }) => ({
    href: reportPath(number),
    words: t('staff.report.sameOf', {
      number: shownNumber({ number }),
      when: formatMoment(filedAt, zone, language, now.toISOString()),
    }),
    state,
  }));

const problemsOf = ({ refusal }: Attempt): readonly FieldProblem[] =>
  refusal.kind === 'incomplete' ? refusal.problems : [];

/** Sent again, the form still stands on the version it was read from. */
const refusedForm = (attempt: Attempt, story: Story): RefusedForm => ({
  move: attempt.move,
  version: attempt.version ?? story.version,
  problems: problemsOf(attempt),
});

const refusedProps = (attempt: Attempt, making: Making, hasForm: boolean): NonNullable<ReportProps['refused']> => {
  const { move, refusal } = attempt;
  const fields = moveFields(making, move);
  return {
    move,
    words: making.t(`refusal.kind.${refusal.kind}`),
    problems: problemsOf(attempt).map((problem) => ({
      field: formFieldOf(move, problem, fields),
      text: `${labelOf(fields, formFieldOf(move, problem, fields))}: ${problemWords(making, problem)}`,
    })),
    kept: hasForm ? [] : keptWords(fields),
  };
};

const labelOf = (fields: readonly MoveField[], name: string): string =>
  fields.find((field) => field.name === name)?.label ?? name;

/** What a person wrote themselves, to be copied where there is no form left for it; choices are quickly made again. */
const keptWords = (fields: readonly MoveField[]) =>
  fields
    .filter((field) => (field.as === 'words' || field.as === 'line') && field.value.trim() !== '')
    .map((field) => ({ term: field.label, details: field.value }));
