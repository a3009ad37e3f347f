import type { MoveCommand } from '../domain/move.ts';
import { isAnswerApproved } from '../domain/publication.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Report } from '../domain/report.ts';
import type { Actor } from '../domain/actor.ts';
import type { Keyring } from '../platform/keyring/keyring.ts';
import { proofStage } from './photo-stage.ts';
import type { Tx } from './tx.ts';

type Making = {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly command: MoveCommand;
  readonly keyring?: Pick<Keyring, 'derive'> | undefined;
};

/**
 * The pictures that a move names, if they are not what it takes them for: its own proof, or pictures of this report that were worked on and so can have
 * been looked at.
 */
export const filesProblem = async (tx: Tx, making: Making, report: Report): Promise<Refusal | null> => {
  const { tenantId, command } = making;
  const [field, ids] = namedIn(command);
  if (ids.length === 0) return null;
  const rows = await tx
    .selectFrom('photo')
    .select(['report_id', 'staged_under', 'purpose'])
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .where('state', 'in', field === 'photos' ? ['ready'] : ['staged', 'ready'])
    // Held until the move is made: what clears away left pictures waits for it.
    .forUpdate()
    .execute();
  const mark = ownStage(making, report);
  const fits = rows.filter((row) =>
    field === 'photos'
      ? row.report_id === report.id && mayShow(command, report, row.purpose)
      : row.purpose === 'proof' &&
        (row.report_id === report.id || (mark !== null && row.staged_under?.equals(mark) === true)),
  );
  return fits.length === new Set(ids).size ? null : { kind: 'incomplete', problems: [{ field, problem: 'unknown' }] };
};

/** Under what the proof waits that this post sent for this report; what it sent for another proves nothing here. */
const ownStage = ({ tenantId, actor, keyring }: Making, { number }: Report): Buffer | null =>
  actor.kind === 'post' && keyring !== undefined
    ? proofStage(keyring, tenantId, { number, postId: actor.post.id }).mark
    : null;

const namedIn = (command: MoveCommand): readonly ['photos' | 'proof', readonly string[]] => {
  if (command.move === 'answer') return ['proof', command.proof];
  if (command.move === 'verify') return ['photos', command.publish.photos];
  return ['photos', command.move === 'mask' || command.move === 'approve' ? (command.photos ?? []) : []];
};

/** What came with the report is looked at when it is verified, what proves the answer when that is approved; later on, either, but nothing of an answer that waits. */
const mayShow = ({ move }: MoveCommand, report: Report, purpose: string): boolean =>
  move === 'mask'
    ? purpose === 'report' || isAnswerApproved(report)
    : purpose === (move === 'approve' ? 'proof' : 'report');

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
