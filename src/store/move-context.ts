import type { Desk, MoveContext } from '../domain/move-context.ts';
import type { MoveCommand } from '../domain/move.ts';
import type { Report } from '../domain/report.ts';
import { postWithRole, ruleFor, type City } from './city.ts';
import type { Tx } from './tx.ts';

type Moving = { readonly tenantId: string; readonly city: City; readonly command: MoveCommand; readonly at: Date };

/** Everything besides the report that the rules ask for when they decide this move; read only where this move needs it. */
export const readMoveContext = async (
  tx: Tx,
  report: Report,
  { tenantId, city, command, at }: Moving,
): Promise<MoveContext> => {
  const policy = city.policies.get(report.policyVersion);
  if (policy === undefined) throw new Error(`the city has no policy version ${report.policyVersion}`);
  const categoryId = ('categoryId' in command ? command.categoryId : undefined) ?? report.categoryId;
  const villageCode = ('villageCode' in command ? command.villageCode : undefined) ?? report.villageCode;
  return {
    at: at.toISOString(),
    policy,
    calendar: city.calendar,
    desk: deskOf(city),
    rule: ruleFor(city, categoryId, villageCode),
    category: city.categories.find((category) => category.id === categoryId) ?? null,
    answeredBy: city.posts.find((post) => post.id === report.answeredByPostId) ?? null,
    answerWords: command.move === 'approve' ? await readAnswerWords(tx, tenantId, report.id) : null,
    primary: command.move === 'merge' ? await readPrimary(tx, tenantId, command.primaryId) : null,
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

const readAnswerWords = async (tx: Tx, tenantId: string, reportId: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('report_event as e')
    .innerJoin('event_secret as s', (join) =>
      join.onRef('s.tenant_id', '=', 'e.tenant_id').onRef('s.event_id', '=', 'e.id'),
    )
    .select('s.value')
    .where('e.tenant_id', '=', tenantId)
    .where('e.report_id', '=', reportId)
    .where('e.kind', '=', 'answered')
    .where('s.field', '=', 'message')
    .orderBy('e.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.value ?? null;
};

const readPrimary = async (
  tx: Tx,
  tenantId: string,
  primaryId: string,
): Promise<Pick<Report, 'id' | 'mergedInto'> | null> => {
  const row = await tx
    .selectFrom('report as r')
    .leftJoin('report_merge as m', (join) =>
      join.onRef('m.tenant_id', '=', 'r.tenant_id').onRef('m.report_id', '=', 'r.id').on('m.ended_at', 'is', null),
    )
    .select(['r.id', 'm.primary_id'])
    .where('r.tenant_id', '=', tenantId)
    .where('r.id', '=', primaryId)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, mergedInto: row.primary_id };
};
