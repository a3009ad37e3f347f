import { sql } from 'kysely';

import type { FastifyRequest } from 'fastify';

import type { Installation } from './installation.ts';
import { letterCookie } from './letter-cookie.ts';
import { openLetterPass } from './letter-pass.ts';
import type { Tx } from './tx.ts';

/** What holds of the letters of a report, as far as it is for whoever has its code. */
export type OwnLetters = {
  /** Those of this report alone were stopped: a fact of the report, which its code stops and starts. */
  readonly isStopped: boolean;
  /** The mail address on record, and whether its owner wants no letters of the city at all; null: there is none, or it is not shown to be theirs. */
  readonly address: { readonly lookup: Buffer; readonly isStopped: boolean } | null;
};

/**
 * Anybody may type anybody's address when they report, and get a code for it: were they told that it takes no letters, they would learn what somebody
 * else did. So that is said only where the address is shown to be theirs: the code in use was mailed to it or took a change back from there; it was
 * confirmed for this report by a link in a letter; or this very browser has opened a letter of this report to it (`letterId`). That its owner
 * follows a report shows nothing of who has this code.
 */
export const readOwnLetters = async (
  tx: Tx,
  { keyring }: Pick<Installation, 'keyring'>,
  { tenant, cookies }: Pick<FastifyRequest, 'tenant' | 'cookies'>,
  { reportId, number }: { readonly reportId: string; readonly number: string },
): Promise<OwnLetters> => {
  const pass = cookies[letterCookie(number).name] ?? '';
  const letterId = openLetterPass({ keyring, tenantId: tenant.id, kind: 'notices' }, pass);
  const { rows } = await sql<{
    is_stopped: boolean;
    lookup: Buffer | null;
    is_address_stopped: boolean;
    is_theirs: boolean;
  }>`
    select c.stopped_at is not null as is_stopped, f.lookup,
      exists (select from laksa.contact_stop s
        where s.tenant_id = f.tenant_id and s.field = f.field and s.lookup = f.lookup and s.ended_at is null) as is_address_stopped,
      r.claim_generation > 1
        or exists (select from laksa.contact_change d
          where d.tenant_id = r.tenant_id and d.report_id = r.id and d.field = 'email' and d.state = 'done')
        or exists (select from laksa.notice_letter l
          where l.tenant_id = r.tenant_id and l.id = ${letterId}::uuid and l.report_id = r.id and l.follow_id is null and l.lookup = f.lookup) as is_theirs
    from laksa.report r
      left join laksa.person_field f on f.tenant_id = r.tenant_id and f.person_id = r.reporter_id and f.field = 'email'
      left join laksa.notice_choice c on c.tenant_id = r.tenant_id and c.person_id = r.reporter_id
    where r.tenant_id = ${tenant.id} and r.id = ${reportId}`.execute(tx);
  const [row] = rows;
  if (row === undefined) return { isStopped: false, address: null };
  const { lookup } = row;
  const address = lookup === null || !row.is_theirs ? null : { lookup, isStopped: row.is_address_stopped };
  return { isStopped: row.is_stopped && lookup !== null, address };
};

/** Whether no letter of this report goes out, as far as whoever has its code may know. */
export const areStopped = ({ isStopped, address }: OwnLetters): boolean => isStopped || address?.isStopped === true;
