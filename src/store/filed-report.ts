import { startedClock } from '../domain/changed-clock.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Report } from '../domain/report.ts';
import type { Language } from '../platform/i18n/language.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import type { ReportChange } from './change.ts';
import { beginning } from './event-hash.ts';
import type { Likeness } from './likeness.ts';
import { tellReporter } from './notice.ts';
import { writeClocks } from './report-clock.ts';
import { columnsAfter } from './report-columns.ts';
import { appendEvents, type WrittenEvent } from './report-event.ts';
import type { Tx } from './tx.ts';

type Filed = { readonly report: Report; readonly outcome: Outcome; readonly own: OwnColumns };

/** Writes a report with its first outcome: its row once, as it is after its first event, then the event, the clocks and what the reporter is told. */
export const insertFiled = async (
  tx: Tx,
  change: ReportChange,
  { report, outcome, own }: Filed,
): Promise<readonly WrittenEvent[]> => {
  const { tenantId, at } = change;
  const { policyVersion } = report;
  const clocks = outcome.clocks.flatMap((clock) =>
    clock.do === 'start' ? [startedClock(clock, { id: uuid7(at), policyVersion })] : [],
  );
  const after = columnsAfter(report, outcome.report, { at, version: outcome.events.length, clocks });
  await tx
    .insertInto('report')
    .values({ ...rowOf(tenantId, report, at, own), ...after })
    .execute();
  const writing = { ...change, reportId: report.id };
  const events = await appendEvents(tx, { ...writing, lastSeq: 0, lastHash: beginning }, outcome.events);
  await writeClocks(tx, [], outcome.clocks, { ...writing, policyVersion });
  await tellReporter(tx, { tenantId, reportId: report.id, reporterId: own.reporterId, at }, events);
  return events;
};

/** What the store alone knows of a new report. */
export type OwnColumns = {
  readonly nonceHash: Buffer;
  readonly claimHash: Buffer;
  readonly reporterId: string | null;
  readonly language: Language;
  readonly channel: 'web' | 'api' | 'counter';
  readonly occurredOn: string | null;
  readonly likeness: Likeness;
};

/** The report as it is before its first event. */
const rowOf = (tenantId: string, report: Report, at: Date, own: OwnColumns) => ({
  tenant_id: tenantId,
  id: report.id,
  number: report.number,
  kind: report.kind,
  class: null,
  state: report.state,
  state_before: null,
  state_since: at,
  closed_reason: null,
  version: report.version,
  policy_version: report.policyVersion,
  publication: report.publication,
  publication_reason: null,
  is_anonymous: report.isAnonymous,
  is_secret: report.isSecret,
  category_id: report.categoryId,
  village_code: report.villageCode,
  channel: own.channel,
  occurred_on: own.occurredOn,
  reporter_id: own.reporterId,
  reporter_language: own.language,
  holder_post_id: report.holderPostId,
  answered_by_post_id: null,
  reject_proposed_by_post_id: null,
  questions_asked: 0,
  times_returned: 0,
  next_due_at: null,
  next_clock: null,
  rating: null,
  public_title: null,
  public_description: null,
  public_answer: null,
  claim_hash: own.claimHash,
  claim_generation: 1,
  nonce_hash: own.nonceHash,
  filed_at: at,
  words_mark: own.likeness.words,
  place_mark: own.likeness.place,
});
