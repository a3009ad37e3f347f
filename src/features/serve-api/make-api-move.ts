import type { FastifyRequest } from 'fastify';

import type { Actor } from '../../domain/actor.ts';
import { parseClaimCode } from '../../domain/claim-code.ts';
import type { MoveCommand } from '../../domain/move.ts';
import { seesReport } from '../../domain/permission.ts';
import { mayBePublic } from '../../domain/publication.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ReportState } from '../../domain/report.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { checkClaim, type Claim } from '../../store/claim-check.ts';
import { keyOf } from '../../store/identity.ts';
import { makeMove } from '../../store/make-move.ts';
import { moveFromFields } from '../../store/move-command.ts';
import { withPrimary } from '../../store/move-fields.ts';
import type { StoredReport } from '../../store/report.ts';
import type { Tx } from '../../store/tx.ts';
import type { ServeApiMeans } from './means.ts';
import { isReporters, type MoveBody } from './move-body.ts';
import { fieldsOf } from './move-fields.ts';
import { readEventAfter } from './queries.ts';
import { isRepeat } from './repeated-move.ts';

/** A move as it was asked for; `number` is null where what stood in its place can be none. */
export type Asked = {
  readonly number: string | null;
  readonly body: MoveBody;
  readonly version: number | undefined;
  readonly claimCode: string | undefined;
};

export type MovedReport = { readonly number: string; readonly state: ReportState; readonly version: number };

/** One move in one transaction, which commits whatever the answer is: a wrong code has been counted in it. */
export const makeApiMove = (
  laksa: ServeApiMeans,
  request: FastifyRequest,
  asked: Asked,
): Promise<Result<MovedReport, Refusal>> =>
  laksa.database.inTenant(request.tenant.id, async (tx) => {
    const { tenant } = request;
    const mover = await moverOf(tx, laksa, request, asked);
    if (!mover.ok) return mover;
    if (asked.number === null) return refuse({ kind: 'not_found' });
    const { number, version } = asked;
    const city = await laksa.cities.read(tx, tenant, laksa.clock.now());
    const command = moveFromFields(asked.body.move, await withPrimary(tx, tenant.id, fieldsOf(asked.body)), city);
    if (!command.ok) return command;
    const { actor } = mover.value;
    const at = tenant.clock.now();
    const admit = async (stored: StoredReport) => barred(mover.value, stored);
    const move = {
      tenantId: tenant.id,
      city,
      report: { number },
      actor,
      command: command.value,
      version,
      at,
      admit,
      keyring: laksa.keyring,
    };
    const made = await makeMove(tx, move);
    if (made.ok || made.refusal.kind !== 'changed_meanwhile') return made;
    const before = await madeBefore(tx, tenant.id, { number, version, actor, command: command.value });
    return before === null ? made : ok(before);
  });

type Mover = { readonly actor: Actor; readonly claim: Claim | null };

/** The post of the key, or the reporter by the code. */
const moverOf = async (
  tx: Tx,
  laksa: ServeApiMeans,
  request: FastifyRequest,
  { number, body, claimCode }: Asked,
): Promise<Result<Mover, Refusal>> => {
  if (claimCode === undefined) return ok({ actor: { kind: 'post', post: ownPost(request) }, claim: null });
  if (!isReporters(body.move)) return refuse({ kind: 'post_may_not' });
  const code = parseClaimCode(claimCode);
  if (number === null || code === null) return refuse({ kind: 'wrong_code' });
  // Tries are counted by the machine's time, as on the page: a city whose clock runs faster does not get more of them.
  const { id: tenantId, clock } = request.tenant;
  const shown = { tenantId, number, code, at: laksa.clock.now(), cityTime: clock.now() };
  const claim = await checkClaim(tx, laksa.keyring, shown);
  return claim.ok ? ok({ actor: { kind: 'reporter' }, claim: claim.value }) : claim;
};

const ownPost = (request: FastifyRequest) => {
  const key = keyOf(request);
  if (key === undefined) throw new Error('a move was reached without key and code');
  return key.post;
};

/** A code renewed a moment ago is void; of what is secret a post that may not see it does not even learn that it exists. */
const barred = ({ actor, claim }: Mover, { report, claimGeneration }: StoredReport): Refusal | null => {
  if (claim !== null) return claim.generation === claimGeneration ? null : { kind: 'wrong_code' };
  if (actor.kind !== 'post' || seesReport(actor.post, report)) return null;
  return { kind: mayBePublic(report) ? 'post_may_not' : 'not_found' };
};

type Made = {
  readonly number: string;
  readonly version: number | undefined;
  readonly actor: Actor;
  readonly command: MoveCommand;
};

/** The report as it is now, if the event after the version is this same move. */
const madeBefore = async (
  tx: Tx,
  tenantId: string,
  { number, version, actor, command }: Made,
): Promise<MovedReport | null> => {
  if (version === undefined || Number.isNaN(version)) return null;
  const event = await readEventAfter(tx, tenantId, number, version);
  if (event === null || !isRepeat(command, actor, event)) return null;
  return { number, state: event.state, version: event.version };
};
