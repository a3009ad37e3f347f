import type { ClockKind } from '../../domain/clocks.ts';
import { speaksOfDanger } from '../../domain/danger.ts';
import { showNumber } from '../../domain/report-number.ts';
import { formatDeadline, formatMoment, formatRemaining } from '../../platform/i18n/format.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { City } from '../../store/city.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { QueueItem } from './queue.view.tsx';
import type { EndedRow } from './ended.ts';
import type { FlaggedRow } from './flagged.ts';
import type { ListedRow, QueueRow } from './queries.ts';

export type Reading = {
  readonly t: Text;
  readonly language: Language;
  readonly zone: string;
  readonly now: Date;
  readonly city: City;
};

/** A row as an officer reads it. */
export const waitingItem = (row: QueueRow, reading: Reading): QueueItem => {
  const { t, language, zone, now } = reading;
  const iso = row.next_due_at.toISOString();
  const nowIso = now.toISOString();
  return {
    ...listed(row, reading),
    when: {
      kind: 'due',
      clock: clockName(t, row.next_clock),
      moment: formatDeadline(iso, zone, language, nowIso),
      remaining: formatRemaining(iso, nowIso, t),
      iso,
      isLate: row.next_due_at.getTime() <= now.getTime(),
    },
  };
};

/** The same of a report that is over: since when, and how it ended. */
export const endedItem = (row: EndedRow, reading: Reading): QueueItem => {
  const { t, language, zone, now } = reading;
  const momentOf = (at: Date) => ({
    iso: at.toISOString(),
    words: formatMoment(at.toISOString(), zone, language, now.toISOString()),
  });
  return {
    ...listed(row, reading),
    when: {
      kind: 'ended',
      filed: momentOf(row.filed_at),
      ended: momentOf(row.state_since),
      how: row.closed_reason === null ? null : t(`state.closed.${row.closed_reason}`),
    },
  };
};

/** The same of one that people have flagged: by how many, since when, and whether it is hidden meanwhile. */
export const flaggedItem = (row: FlaggedRow, reading: Reading): QueueItem => {
  const { t, language, zone, now } = reading;
  const iso = row.since.toISOString();
  return {
    ...listed(row, reading),
    when: {
      kind: 'flagged',
      since: { iso, words: formatMoment(iso, zone, language, now.toISOString()) },
      count: t('flag.staff.count', { count: row.flags }),
      isHidden: row.is_hidden,
    },
  };
};

const listed = (row: ListedRow, { t, language, city }: Reading): Omit<QueueItem, 'when'> => {
  return {
    number: showNumber(row.number),
    href: `/petugas/laporan/${row.number}`,
    words: firstWords(row) || t('staff.report.erased'),
    isDanger: row.state === 'received' && speaksOfDanger(`${row.title ?? ''} . ${row.words ?? ''}`),
    isSecret: row.is_secret,
    isBerkadar: row.class === 'berkadar',
    category: city.categories.find((category) => category.id === row.category_id)?.name[language] ?? null,
    village: city.villages.find((village) => village.code === row.village_code)?.name ?? null,
    state: row.state,
  };
};

const longestShown = 110;

/** The title, or how the report begins, cut between two words. */
const firstWords = ({ title, words }: ListedRow): string => {
  const text = (title ?? words ?? '').replaceAll(/\s+/g, ' ').trim();
  if (text.length <= longestShown) return text;
  const cut = text.slice(0, longestShown);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestShown / 2))} …`;
};

/** The window to reply is named for the reporter; officers wait for somebody else. */
const clockName = (t: Text, kind: ClockKind): string =>
  kind === 'reply_window' ? t('staff.clock.replyWindow') : t(`state.clock.${kind}`);
