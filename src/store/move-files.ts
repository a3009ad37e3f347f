import type { MoveCommand } from '../domain/move.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Report } from '../domain/report.ts';
import type { Actor } from '../domain/actor.ts';
import type { Tx } from './tx.ts';

type Making = {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly command: MoveCommand;
};

/** The pictures that a move names, if they are not what it takes them for: its own proof, or pictures of this report. */
export const filesProblem = async (
  tx: Tx,
  { tenantId, actor, command }: Making,
  report: Report,
): Promise<Refusal | null> => {
  const [field, ids] = namedIn(command);
  if (ids.length === 0) return null;
  const rows = await tx
    .selectFrom('photo')
    .select(['report_id', 'post_id', 'purpose'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .where('state', 'in', ['staged', 'ready'])
    .execute();
  const postId = actor.kind === 'post' ? actor.post.id : null;
  const fits = rows.filter((row) =>
    field === 'photos'
      ? row.report_id === report.id && mayShow(command, row.purpose)
      : row.purpose === 'proof' && (row.report_id === report.id || (row.report_id === null && row.post_id === postId)),
  );
  return fits.length === new Set(ids).size ? null : { kind: 'incomplete', problems: [{ field, problem: 'unknown' }] };
};

const namedIn = (command: MoveCommand): readonly ['photos' | 'proof', readonly string[]] => {
  if (command.move === 'answer') return ['proof', command.proof];
  if (command.move === 'verify') return ['photos', command.publish.photos];
  return ['photos', command.move === 'mask' || command.move === 'approve' ? (command.photos ?? []) : []];
};

/** What came with the report is looked at when it is verified, what proves the answer when that is approved; later on, either. */
const mayShow = ({ move }: MoveCommand, purpose: string): boolean =>
  move === 'mask' || purpose === (move === 'approve' ? 'proof' : 'report');

/** Proof becomes part of the report with the answer it belongs to; what comes after it is put together anew. */
export const attachProof = async (tx: Tx, { tenantId, command }: Making, report: Report): Promise<void> => {
  if (command.move !== 'answer' || command.proof.length === 0) return;
  await tx
    .updateTable('photo')
    .set({ report_id: report.id, staged_under: null })
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', command.proof)
    .where('report_id', 'is', null)
    .execute();
};
