import { sql } from 'kysely';

import type { Desk, MoveContext } from '../domain/move-context.ts';
import type { MoveCommand } from '../domain/move.ts';
import type { Report } from '../domain/report.ts';
import { postWithRole, ruleFor, type City } from './city.ts';
import { policyFor } from './policy-for.ts';
import type { Tx } from './tx.ts';

type Moving = { readonly tenantId: string; readonly city: City; readonly command: MoveCommand; readonly at: Date };

/** Everything besides the report that the rules ask for when they decide this move; read only where this move needs it. */
export const readMoveContext = async (
  tx: Tx,
  report: Report,
  { tenantId, city, command, at }: Moving,
): Promise<MoveContext> => {
  const categoryId = ('categoryId' in command ? command.categoryId : undefined) ?? report.categoryId;
  const villageCode = ('villageCode' in command ? command.villageCode : undefined) ?? report.villageCode;
  return {
    at: at.toISOString(),
    policy: await policyFor(tx, tenantId, city, report),
    calendar: city.calendar,
    desk: deskOf(city),
    rule: ruleFor(city, categoryId, villageCode),
    category: city.categories.find((category) => category.id === categoryId) ?? null,
    answeredBy: city.posts.find((post) => post.id === report.answeredByPostId) ?? null,
    answerWords: command.move === 'approve' ? await readAnswerWords(tx, tenantId, report.id) : null,
    primary: command.move === 'merge' ? await readPrimary(tx, tenantId, command.primaryId) : null,
    hasVoices: command.move === 'merge' && (await hasVoices(tx, tenantId, report.id)),
    publicNow: command.move === 'mask' ? await readPublicNow(tx, tenantId, report.id) : nothing,
  };
};

/** The posts that take what nothing else assigns: the first one open with each role. */
export const deskOf = (city: City): Desk => ({
  verifierPostId: postWithRole(city, 'verifier').id,
  coordinatorPostId: postWithRole(city, 'coordinator').id,
  validatorPostId: postWithRole(city, 'validator').id,
  inspectoratePostId: postWithRole(city, 'inspectorate').id,
  leadershipPostId: postWithRole(city, 'leadership').id,
});

/** What every agency has answered since the last time it was sent back or reopened, in the order in which it was said. */
const readAnswerWords = async (tx: Tx, tenantId: string, reportId: string): Promise<string | null> => {
  const { rows } = await sql<{ readonly words: string | null }>`
    select string_agg(s.value, E'\n\n' order by e.seq) as words
    from laksa.report_event e join laksa.event_secret s on s.tenant_id = e.tenant_id and s.event_id = e.id and s.field = 'message'
    where e.tenant_id = ${tenantId} and e.report_id = ${reportId} and e.kind = 'answered'
      and e.seq > coalesce((select max(b.seq) from laksa.report_event b
        where b.tenant_id = e.tenant_id and b.report_id = e.report_id and b.kind in ('sent_back', 'reopened')), 0)`.execute(
    tx,
  );
  return rows[0]?.words ?? null;
};

/** Held until the merge is there: who ends it at this moment comes first, or finds the merge. */
const readPrimary = async (tx: Tx, tenantId: string, primaryId: string): Promise<MoveContext['primary']> => {
  const { rows } = await sql<NonNullable<MoveContext['primary']>>`
    select r.id, r.state, r.class, r.is_secret as "isSecret",
      (select m.primary_id from laksa.report_merge m where m.tenant_id = r.tenant_id and m.report_id = r.id and m.ended_at is null) as "mergedInto",
      (select count(*)::int from laksa.report_merge v where v.tenant_id = r.tenant_id and v.primary_id = r.id and v.ended_at is null) as voices
    from laksa.report r where r.tenant_id = ${tenantId} and r.id = ${primaryId} for key share of r`.execute(tx);
  return rows[0] ?? null;
};

const hasVoices = async (tx: Tx, tenantId: string, reportId: string): Promise<boolean> => {
  const voice = await tx
    .selectFrom('report_merge')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('primary_id', '=', reportId)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return voice !== undefined;
};

const nothing: MoveContext['publicNow'] = { description: null, photos: [] };

const readPublicNow = async (tx: Tx, tenantId: string, reportId: string): Promise<MoveContext['publicNow']> => {
  const { rows } = await sql<MoveContext['publicNow']>`
    select r.public_description as description,
      array(select f.id from laksa.photo_public f where f.tenant_id = r.tenant_id and f.report_id = r.id) as photos
    from laksa.report r where r.tenant_id = ${tenantId} and r.id = ${reportId}`.execute(tx);
  return rows[0] ?? nothing;
};
