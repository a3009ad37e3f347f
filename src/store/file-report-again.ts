import { sql } from 'kysely';

import type { FilingFacts } from '../domain/filing.ts';
import { lookups } from '../platform/keyring/tenant-keys.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from './installation.ts';
import { personFields, type Identity } from './person.ts';
import { storable } from './report-event.ts';
import type { Tx } from './tx.ts';

/** A report that was filed with the nonce of another filing. */
export type FiledBefore = { readonly id: string; readonly reporter_id: string | null };

/** What it is compared with: number, channel and language are not said by anybody. */
type FiledAgain = Omit<FilingFacts, 'id' | 'number' | 'channel'> & {
  readonly identity: Identity;
  readonly subject?: Identity | null;
};

type Texts = Readonly<Record<string, string>>;
/** Of each field its keyed hash under every key that is about: what was said before may be kept under an older one. */
type Hashes = Readonly<Record<string, readonly string[]>>;

/** What its first event says, and what was told of its reporter and of whom it is for, as keyed hashes: nothing in the vault is opened. */
type Said = {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly words: Texts;
  readonly told: Texts;
  /** Null: it is for nobody else. */
  readonly toldOfSubject: Texts | null;
};

/**
 * Whether a filing says what was filed before with its nonce: the facts, every word, who says it. Only then is it the same form sent twice; a form
 * that came back by the browser's way back and was written anew carries the old nonce too. What was erased since is not the same as anything.
 * Pictures are not compared: they wait under the nonce, and those of the first sending are the report's.
 */
export const saysTheSame = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { before, filing }: { readonly before: FiledBefore; readonly filing: FiledAgain },
): Promise<boolean> => {
  const said = await readSaid(tx, tenant.id, before);
  const hasSameFacts = Object.entries(factsOf(filing)).every(([name, value]) => (said.payload[name] ?? null) === value);
  if (!hasSameFacts || !areSame(said.words, wordsOf(filing))) return false;
  const { identity, subject = null } = filing;
  if (!areTold(said.told, await toldBy(tx, laksa, tenant, identity))) return false;
  if (subject === null || said.toldOfSubject === null) return subject === said.toldOfSubject;
  return areTold(said.toldOfSubject, await toldBy(tx, laksa, tenant, subject));
};

const readSaid = async (tx: Tx, tenantId: string, { id, reporter_id }: FiledBefore): Promise<Said> => {
  const { rows } = await sql<Said>`
    select e.payload,
      (select coalesce(json_object_agg(s.field, s.value), '{}') from laksa.event_secret s
        where s.tenant_id = e.tenant_id and s.event_id = e.id and not starts_with(s.field, 'photo_')) as words,
      (select coalesce(json_object_agg(f.field, encode(f.lookup, 'hex')), '{}') from laksa.person_field f
        where f.tenant_id = e.tenant_id and f.person_id = ${reporter_id}) as told,
      (select (select coalesce(json_object_agg(f.field, encode(f.lookup, 'hex')), '{}') from laksa.person_field f
          where f.tenant_id = s.tenant_id and f.person_id = s.person_id) from laksa.report_subject s
        where s.tenant_id = e.tenant_id and s.report_id = e.report_id) as "toldOfSubject"
    from laksa.report_event e
    where e.tenant_id = ${tenantId} and e.report_id = ${id} and e.seq = 1`.execute(tx);
  const [said] = rows;
  if (said === undefined) throw new Error(`report ${id} has no first event`);
  return said;
};

const factsOf = ({ kind, categoryId, villageCode, occurredOn, isAnonymous, isSecret }: FiledAgain) => ({
  kind,
  categoryId,
  villageCode,
  occurredOn,
  isAnonymous,
  isSecret,
});

/** As the first event keeps them: what has no visible character is not kept. */
const wordsOf = ({ title, description, place, latitude, longitude, shown }: FiledAgain): Texts =>
  Object.fromEntries(
    Object.entries({ title, description, place, latitude, longitude, shown: shown?.join('\n') }).flatMap(
      ([field, value]) => {
        const words = storable(value?.toString() ?? '');
        return words.trim() === '' ? [] : [[field, words]];
      },
    ),
  );

const toldBy = async (tx: Tx, laksa: Installation, tenant: Tenant, identity: Identity): Promise<Hashes> => {
  const told = personFields.flatMap((field) => {
    const value = identity[field];
    return value === undefined ? [] : [{ field, value }];
  });
  if (told.length === 0) return {};
  const keys = await laksa.keyring.tenantKeys(tx, tenant.id, tenant.clock.now());
  return Object.fromEntries(
    told.map(({ field, value }) => [field, lookups(keys, field, value).map((hash) => hash.toString('hex'))]),
  );
};

const areTold = (before: Texts, now: Hashes): boolean =>
  Object.keys(before).length === Object.keys(now).length &&
  Object.entries(before).every(([name, hash]) => now[name]?.includes(hash) === true);

const areSame = (one: Texts, other: Texts): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, value]) => other[name] === value);
