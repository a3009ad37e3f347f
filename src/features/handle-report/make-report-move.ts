import type { NamedPost, City } from '../../store/city.ts';
import type { Installation } from '../../store/installation.ts';
import { makeMove } from '../../store/make-move.ts';
import { moveFromFields, type AskedMove } from '../../store/move-command.ts';
import { withPrimary, type MoveFields } from '../../store/move-fields.ts';
import { seesReport } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { MoveCommand } from '../../domain/move.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { RefusedPhoto } from '../../store/photo-intake.ts';
import type { Tx } from '../../store/tx.ts';
import { readStory, type Story } from './queries.ts';
import { isDoneAlready } from './same-move.ts';

export type Wanted = {
  readonly number: string;
  readonly move: AskedMove;
  readonly fields: MoveFields;
  /** The version the form was made from. */
  readonly version: number | undefined;
  /** Files that were not taken: a move that was to be proved with them is not made without. */
  readonly refusedPhotos?: readonly RefusedPhoto[];
};

/** A "no" comes with the report as it is now, so that the page can say what it is about. */
export type Refused = { readonly refusal: Refusal; readonly story: Story; readonly city: City };

/** One move by a post, in one transaction. A report the post may not read is not found, the same as one that is not there. */
export const makeReportMove = (
  { database, cities, clock, keyring }: Installation,
  tenant: Tenant,
  post: NamedPost,
  wanted: Wanted,
): Promise<Result<null, Refused | null>> =>
  database.inTenant(tenant.id, async (tx) => {
    const city = await cities.read(tx, tenant, clock.now());
    const command = moveFromFields(wanted.move, await withPrimary(tx, tenant.id, wanted.fields), city);
    const refusal =
      notTaken(wanted) ??
      (command.ok ? await tryMove(tx, { tenant, city, post, wanted, keyring }, command.value) : command.refusal);
    if (refusal === null) return ok(null);
    const story = await readStory(tx, tenant.id, wanted.number);
    if (story === null || !seesReport(post, story)) return { ok: false, refusal: null };
    if (command.ok && isSentTwice(command.value, post, refusal, { story, wanted })) return ok(null);
    return { ok: false, refusal: { refusal, story, city: await cities.read(tx, tenant, clock.now(), story) } };
  });

const notTaken = ({ refusedPhotos = [] }: Wanted): Refusal | null =>
  refusedPhotos.length === 0 ? null : { kind: 'incomplete', problems: [{ field: 'proof', problem: 'unknown' }] };

type Trying = {
  readonly tenant: Tenant;
  readonly city: City;
  readonly post: NamedPost;
  readonly wanted: Wanted;
  readonly keyring: Installation['keyring'];
};

const tryMove = async (
  tx: Tx,
  { tenant, city, post, wanted, keyring }: Trying,
  command: MoveCommand,
): Promise<Refusal | null> => {
  const made = await makeMove(tx, {
    tenantId: tenant.id,
    city,
    report: { number: wanted.number },
    actor: { kind: 'post', post },
    command,
    version: wanted.version,
    at: tenant.clock.now(),
    keyring,
    admit: async ({ report }) => (seesReport(post, report) ? null : { kind: 'not_found' }),
  });
  return made.ok ? null : made.refusal;
};

const isSentTwice = (
  command: MoveCommand,
  post: NamedPost,
  refusal: Refusal,
  { story, wanted }: { readonly story: Story; readonly wanted: Wanted },
): boolean => {
  const { version } = wanted;
  if (refusal.kind !== 'changed_meanwhile' || version === undefined) return false;
  return isDoneAlready(
    command,
    post.id,
    story.events.filter((event) => event.seq > version),
  );
};
