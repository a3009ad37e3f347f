import type { FastifyRequest } from 'fastify';

import { endedAt } from '../../domain/office.ts';
import type { Result } from '../../domain/result.ts';
import { refuse, ok } from '../../domain/result.ts';
import { changeOffice } from '../../store/change-office.ts';
import type { OfficeRefusal } from '../../store/office-refusal.ts';
import { startHandover, type HandoverRefusal } from '../../store/post-handover.ts';
import type { Tx } from '../../store/tx.ts';
import type { Plan, Step } from './handover-plan.ts';
import { doneBy, type KeepOfficesMeans } from './means.ts';
import { putIn } from './put-in.ts';
import { readStaff } from './post-queries.ts';

type Refused = OfficeRefusal | HandoverRefusal;

/** Takes back what the transaction has written before something stood in the way. */
class StoppedHalfway extends Error {
  readonly refusal: Refused;
  constructor(refusal: Refused) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/** Does all of a plan, or nothing of it. Whoever comes is there before who leaves is gone. */
export const makeHandover = async (
  laksa: KeepOfficesMeans,
  request: FastifyRequest,
  plan: Plan & { readonly end: string },
): Promise<Result<'made', Refused>> => {
  const { tenant } = request;
  const work = async (tx: Tx): Promise<void> => {
    for (const step of plan.steps) await takeOver(tx, request, { step, end: plan.end });
    for (const { work: held, seen } of plan.steps)
      if (held.span !== null) {
        const to = endedAt(held.span, plan.end);
        unlessRefused(
          await changeOffice(tx, tenant.id, { kind: 'holder', id: held.span.id, to, seen, ...doneBy(request) }),
        );
      }
  };
  try {
    await laksa.database.inTenant(tenant.id, work);
    return ok('made');
  } catch (error) {
    if (error instanceof StoppedHalfway) return refuse(error.refusal);
    throw error;
  } finally {
    laksa.cities.forget(tenant.id);
  }
};

type TakingOver = { readonly step: Step; readonly end: string };

const takeOver = async (tx: Tx, request: FastifyRequest, { step, end }: TakingOver): Promise<void> => {
  const { tenant } = request;
  const { work, next, id } = step;
  if (next.kind === 'stay') return;
  if (next.kind === 'post') {
    const handover = { id, fromId: work.post.id, toId: next.post.id, ...doneBy(request) };
    unlessRefused(await startHandover(tx, tenant.id, handover));
    return;
  }
  const staff = await readStaff(tx, tenant.id);
  const address = staff.find(({ userId }) => userId === next.userId)?.address ?? null;
  const fields = { postId: work.post.id, userId: next.userId, from: end, until: null, acting: null };
  unlessRefused(await putIn(tx, tenant.id, { id, fields, address, ...doneBy(request) }));
};

const unlessRefused = (result: Result<unknown, Refused>): void => {
  if (!result.ok) throw new StoppedHalfway(result.refusal);
};
