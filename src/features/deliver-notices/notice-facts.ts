import { clockKinds } from '../../domain/clocks.ts';
import { publications } from '../../domain/report.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { LetterCity, NoticeFacts } from './letter.ts';
import type { WaitingNotice } from './queries.ts';
import { tellings, type Happened } from './tellings.ts';

/** A row as what its letter says. */
export const noticeFacts = (tenant: Tenant, kind: Happened, notice: WaitingNotice): NoticeFacts => ({
  kind,
  number: notice.number,
  language: notice.language,
  city: letterCity(tenant, notice.number),
  isConfidential: notice.is_secret || notice.class === 'berkadar',
  words: tellings[kind].words === 'answer' ? notice.answer : notice.message,
  agency: notice.agency,
  authority: notice.authority,
  reason: textIn(notice.payload, 'reason'),
  until: textIn(notice.payload, 'until'),
  closedReason: textIn(notice.payload, 'closedReason'),
  publication: publications.find((one) => one === notice.payload['publication']) ?? null,
  passed: passedIn(notice),
  moved: movedIn(notice),
  writtenAt: notice.created_at.toISOString(),
  dues: notice.dues,
});

const passedIn = ({ kind, payload }: WaitingNotice): NoticeFacts['passed'] => {
  const clock = clockKinds.find((one) => one === payload['clock']);
  const due = textIn(payload, 'dueAt');
  return kind !== 'clock_passed' || clock === undefined || due === null ? null : { clock, due };
};

const movedIn = ({ kind, payload }: WaitingNotice): NoticeFacts['moved'] => {
  const clock = clockKinds.find((one) => one === payload['clock']);
  const [before, due] = [textIn(payload, 'before'), textIn(payload, 'dueAt')];
  return (kind !== 'clock_moved' && kind !== 'extended') || clock === undefined || before === null || due === null
    ? null
    : { clock, before, due };
};

export const letterCity = (tenant: Tenant, number: string): LetterCity => ({
  name: tenant.name,
  zone: tenant.zone,
  isDemo: tenant.isDemo,
  isRehearsal: tenant.isRehearsal,
  trackUrl: `${tenant.origin}/lacak?nomor=${number}`,
});

const textIn = (payload: WaitingNotice['payload'], name: string): string | null => {
  const value = payload[name];
  return typeof value === 'string' ? value : null;
};
