import { isAgencyKind } from '../../domain/agency-kind.ts';
import type { Plain } from '../../domain/city-event.ts';
import { lastMoment } from '../../domain/last-day.ts';
import { isDeputy, isOfficeKind } from '../../domain/office.ts';
import { isRole } from '../../domain/role.ts';
import { officeKindOf } from '../../store/undo-change.ts';
import { verbs, type ChangeRow } from './change-queries.ts';
import type { ShownChange } from './changes.view.tsx';
import { fieldName, personName, shownFields, type People, type Speaker } from './words.ts';

export type Told = {
  readonly speaker: Speaker;
  readonly people: People;
  /** Of agencies and posts, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly moment: (at: Date) => string;
};

/** What is no change of an office, and is not taken back from here. */
const titles = {
  'account.factor_removed': 'people.event.factorRemoved',
  'api_key.made': 'people.event.keyMade',
  'api_key.revoked': 'people.event.keyRevoked',
  'invitation.accepted': 'people.event.invitationAccepted',
  'invitation.sent': 'people.event.invitationSent',
  'invitation.withdrawn': 'people.event.invitationWithdrawn',
} as const;

/** A change as an administrator reads it. */
export const shownChange = (change: ChangeRow, told: Told): ShownChange => {
  const { speaker, people, moment } = told;
  const { t } = speaker;
  const isOurs = officeKindOf(change.kind) !== null || change.kind === 'post.handed_over';
  return {
    id: change.id,
    at: moment(change.at),
    title: titleOf(change, told),
    lines: linesOf(change, told),
    by:
      change.byUser === null
        ? t('offices.change.operator')
        : [personName(t, people, change.byUser), change.byPost].filter(Boolean).join(', '),
    standing: change.isUndone ? 'undone' : isOurs ? 'undoable' : 'final',
  };
};

const titleOf = (change: ChangeRow, { speaker: { t }, people, names }: Told): string => {
  const [, title] = Object.entries(titles).find(([kind]) => kind === change.kind) ?? [];
  if (title !== undefined) return t(title);
  const [thing = '', verb = ''] = change.kind.split('.');
  const known = verbs.find((one) => one === verb);
  if (!isOfficeKind(thing) || known === undefined) return t('offices.change.other', { kind: change.kind });
  const name =
    change.userId === null
      ? (names.get(change.subjectId) ?? '')
      : `${personName(t, people, change.userId)}, ${names.get(change.postId ?? '') ?? ''}`;
  const undoing = change.undoes === null ? '' : ` (${t('offices.change.undoing')})`;
  return `${t(`offices.change.thing.${thing}`)} ${name} ${t(`offices.change.verb.${known}`)}${undoing}`;
};

/** Ids of lists say nothing to anybody: they are there to be given back. */
const linesOf = ({ changes }: ChangeRow, told: Told): readonly string[] =>
  Object.entries(changes)
    .filter(([field]) => shownFields.some((one) => one === field))
    .map(([field, { before, after }]) => {
      const { t } = told.speaker;
      const said = { field: fieldName(t, field), after: valueWords(field, after, told) };
      return before === null
        ? t('offices.change.set', said)
        : t('offices.change.from', { ...said, before: valueWords(field, before, told) });
    });

const valueWords = (field: string, value: Plain, { speaker: { t, day }, people, names }: Told): string => {
  if (value === null || value === '') return t('offices.change.nothing');
  if (Array.isArray(value)) return value.map((one) => (isRole(one) ? t(`role.name.${one}`) : one)).join(', ');
  const text = String(value);
  if (field === 'until') return day(lastMoment(text));
  if (field === 'closedAt' || field === 'from') return day(text);
  if (field === 'userId') return personName(t, people, text);
  if (field === 'kind' && isAgencyKind(text)) return t(`reading.agencies.kind.${text}`);
  if (field === 'acting' && isDeputy(text)) return t(`offices.holder.mark.${text}`);
  return names.get(text) ?? text;
};
