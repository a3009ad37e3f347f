import { sql } from 'kysely';

import type { Tx } from '../../platform/db/tx.ts';
import type { Sessions } from '../../platform/session/sessions.ts';
import { staffLists } from '../../store/renew-staff-lists.ts';
import { countDataKeys } from './key-counts.ts';
import type { KeyMeans } from './means.ts';

/** A photo that comes slowly may be sealed to its end by the key with which it was begun. */
const leastAgeMs = 60 * 60 * 1000;

/**
 * Removes replaced keys that hold nothing any more, and ended keys of sessions with all links in letters that they made. Look-up keys only when asked to: who
 * stopped letters to an address that nobody has named since is known by such a key alone.
 */
export const forgetKeys = async (
  means: KeyMeans & { readonly sessions: Sessions },
  { withLookups }: { readonly withLookups: boolean },
): Promise<void> => {
  await means.sessions.renewSecondFactors();
  const purposes = withLookups ? ['seal', 'lookup'] : ['seal'];
  const forgotten = await means.maintain(`forget${withLookups ? ' with look-ups' : ''}`, async (tx) => {
    const before = new Date(means.at.getTime() - leastAgeMs);
    const idle = (await countDataKeys(tx)).filter(
      ({ purpose, retired_at, values }) =>
        purposes.includes(purpose) && values === 0 && retired_at !== null && retired_at < before,
    );
    for (const key of idle) await forgetDataKey(tx, key);
    return { dataKeys: idle.length, roots: await forgetEnded(tx, means.at) };
  });
  means.print(`${forgotten.dataKeys} data keys and ${forgotten.roots} keys of sessions are forgotten`);
};

type DataKeyOf = { readonly tenant_id: string; readonly id: string; readonly purpose: string };

const forgetDataKey = async (tx: Tx, { tenant_id, id, purpose }: DataKeyOf): Promise<void> => {
  // What is over has nothing sealed any more, and still names the key.
  for (const table of ['contact_change', ...staffLists])
    await sql`
      update ${sql.table(`laksa.${table}`)} c set key_id = k.id from laksa.data_key k
      where c.tenant_id = ${tenant_id} and c.key_id = ${id} and k.tenant_id = c.tenant_id and k.purpose = 'seal' and k.retired_at is null`.execute(
      tx,
    );
  if (purpose === 'lookup')
    await sql`update laksa.person_field set former_lookup = null where tenant_id = ${tenant_id}`.execute(tx);
  await sql`delete from laksa.data_key where tenant_id = ${tenant_id} and id = ${id}`.execute(tx);
};

const forgetEnded = async (tx: Tx, at: Date): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`
    delete from ops.root_key where kind = 'session' and ends_at < ${at}`.execute(tx);
  return Number(numAffectedRows);
};
