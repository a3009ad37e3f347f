import type { Refusal } from '../../domain/refusal.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Claim } from '../../store/claim-check.ts';
import type { Installation } from '../../store/installation.ts';
import { makeMove } from '../../store/make-move.ts';
import type { StoredReport } from '../../store/report.ts';
import type { Tx } from '../../store/tx.ts';
import { commandOf, ownMoves, type TypedMove } from './own-moves.ts';
import { wasMadeBefore } from './queries.ts';

/**
 * A move of the reporter, once. Sent again, at the same time or after the answer was lost on the way, it is found in the history and is as good as
 * made: nobody is frightened by an error about what they did themselves. Looked for while the report is locked, so two at once are two in turn.
 */
export const makeOwnMove = (
  laksa: Installation,
  tenant: Tenant,
  claim: Claim,
  typed: TypedMove,
): Promise<Result<'made' | 'made_before', Refusal>> =>
  laksa.database.inTenant(tenant.id, async (tx) => {
    let isRepeat = false;
    const admit = async (stored: StoredReport): Promise<Refusal | null> => {
      if (stored.claimGeneration !== claim.generation) return { kind: 'wrong_code' };
      isRepeat = await isMadeBefore(tx, tenant, stored, typed);
      return isRepeat ? { kind: 'changed_meanwhile', version: stored.report.version } : null;
    };
    const made = await makeMove(tx, {
      tenantId: tenant.id,
      city: await laksa.cities.read(tx, tenant, laksa.clock.now()),
      report: { id: claim.reportId },
      actor: { kind: 'reporter' },
      command: commandOf(typed),
      version: typed.version ?? undefined,
      at: tenant.clock.now(),
      admit,
    });
    if (isRepeat) return ok('made_before' as const);
    return made.ok ? ok('made' as const) : made;
  });

/** Without a version in the form only the newest event can be a repeat. */
const isMadeBefore = (tx: Tx, tenant: Tenant, { report }: StoredReport, typed: TypedMove): Promise<boolean> =>
  wasMadeBefore(tx, {
    tenantId: tenant.id,
    reportId: report.id,
    kind: ownMoves[typed.move],
    message: typed.message.trim() === '' ? '' : typed.message,
    sinceSeq: typed.version ?? report.version - 1,
  });
