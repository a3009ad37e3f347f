import { seesReport } from '../../domain/permission.ts';
import { isAtWork, isSettled } from '../../domain/post-notices.ts';
import { showNumber } from '../../domain/report-number.ts';
import type { Post } from '../../domain/role.ts';
import { isStillUrgent } from '../../domain/urgent.ts';
import { formatDeadline, formatMoment } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { policyOf, type City } from '../../store/city.ts';
import { clockFrom } from '../../store/report-clock-row.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { NoticeItem } from './notices.view.tsx';
import type { NoticeRow } from './queries.ts';

type Reading = { readonly frame: PageFrame; readonly tenant: Tenant; readonly city: City; readonly post: Post };

/** A row in words. Of a report that the post may read no more nothing but its number is left. */
export const noticeItem = (row: NoticeRow, { frame, tenant, city, post }: Reading): NoticeItem => {
  const { t, language } = frame;
  const now = tenant.clock.now().toISOString();
  const isReadable = seesReport(post, row);
  const told = { kind: row.kind, postId: post.id, stoppedAt: row.stoppedAt, isUrgent: isUrgent(row, city) };
  return {
    id: row.id,
    kind: t(`postNotice.kind.${row.kind}`),
    isLate: row.kind === 'overdue',
    isSeen: row.isSeen,
    isDone: isReadable && isSettled(told, row),
    number: showNumber(row.number),
    href: isReadable ? `/petugas/laporan/${row.number}` : null,
    about: isReadable ? aboutOf(row, frame, city) : t('postNotice.page.gone'),
    at: { iso: row.at.toISOString(), words: formatMoment(row.at.toISOString(), tenant.zone, language, now) },
    clock: isReadable
      ? clockOf(toldClock(row, told), (iso) => formatDeadline(iso, tenant.zone, language, now), frame)
      : null,
  };
};

const aboutOf = (row: NoticeRow, { t, language }: PageFrame, { categories, villages }: City): string | null => {
  if (row.isSecret || row.class === 'berkadar') return t('postNotice.page.confidential');
  const category = categories.find(({ id }) => id === row.categoryId)?.name[language];
  const village = villages.find(({ code }) => code === row.villageCode)?.name;
  return [category, village].filter((words) => words !== undefined).join(', ') || null;
};

/** Whether the post was on duty, and is still to see to what could not wait. */
const isUrgent = (row: NoticeRow, city: City): boolean => {
  if (!row.isByRoster) return false;
  const told = { at: row.at.toISOString(), now: row.toldAt.toISOString(), clocks: row.clocks.map(clockFrom) };
  return isStillUrgent({ ...row, kind: row.reportKind }, told, policyOf(city, row));
};

type ToldTo = { readonly postId: string; readonly isUrgent: boolean };

/** Of a moment its own clock is told; of an event the earliest that runs, to whom it is their work or cannot wait. */
const toldClock = (row: NoticeRow, told: ToldTo): Pick<NoticeRow, 'clock' | 'dueAt'> => {
  if (row.clock !== null) return row;
  const isTheirs = told.isUrgent || isAtWork(told.postId, row);
  return isTheirs ? { clock: row.nextClock, dueAt: row.nextDueAt } : { clock: null, dueAt: null };
};

const clockOf = (
  { clock, dueAt }: Pick<NoticeRow, 'clock' | 'dueAt'>,
  deadline: (iso: string) => string,
  { t }: PageFrame,
): NoticeItem['clock'] =>
  clock === null || dueAt === null
    ? null
    : { name: t(`state.clock.${clock}`), iso: dueAt.toISOString(), due: deadline(dueAt.toISOString()) };
