import { createHmac } from 'node:crypto';

import { countedWords, filingLimits, type CountedBy, type FilingLimit } from '../domain/filing-limits.ts';
import { lookup } from '../platform/keyring/tenant-keys.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { countOrAsk, type AskedLimit, type HeldBack } from './count-or-ask.ts';
import type { Installation } from './installation.ts';
import { personFields, type Identity } from './person.ts';
import type { GivenProof } from './proof.ts';
import type { Tx } from './tx.ts';

/** A filing was one too many; `by` says of what. */
export type TooManyFilings = {
  readonly kind: 'too_many_tries';
  readonly by: CountedBy;
  readonly retryAfterSeconds: number;
  /** When this is, by the machine's time: that of the watch of who reads it. */
  readonly freeAt: Date;
  /** Whether it is taken at once from who answers the small question; false: more have come than people send. */
  readonly mayProve: boolean;
};

type Counted = { readonly description: string; readonly identity: Identity; readonly nonce: string };

/** Where a filing comes from (platform/limit/network.ts), and the answer that came along where a question had been asked. */
export type FilingSender = { readonly network: string; readonly proof: GivenProof | null };

/** Counts a filing that comes from a network, or says which limit it would break and counts nothing. */
export const countFiling = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { filing, from }: { readonly filing: Counted; readonly from: FilingSender },
): Promise<TooManyFilings | null> => {
  const contacts = await contactsOf(tx, laksa, tenant, filing.identity);
  const subjects = subjectsOf(laksa.keyring.derive('filing limits'), { contacts, filing, network: from.network });
  const limits = filingLimits.flatMap((limit) =>
    subjects(limit).map((key) => ({ ...limit, tenantId: tenant.id, key }) satisfies AskedLimit),
  );
  const held = await countOrAsk(tx, laksa, tenant, { limits, proof: { given: from.proof, about: filing.nonce } });
  return held === null ? null : tooMany(laksa, held);
};

const tooMany = (
  { clock }: Installation,
  { refused, retryAfterSeconds, mayProve }: HeldBack<AskedLimit & FilingLimit>,
): TooManyFilings => {
  const freeAt = new Date(clock.now().getTime() + retryAfterSeconds * 1000);
  return { kind: 'too_many_tries', by: refused.by, retryAfterSeconds, freeAt, mayProve };
};

/**
 * Contacts as the vault finds them. Its keys are asked for whenever it will be opened for this filing, so before anything is counted: whoever makes
 * them first holds a lock, and two who take it in another order than the counts would wait for each other.
 */
const contactsOf = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  identity: Identity,
): Promise<readonly string[]> => {
  const told = personFields.filter((field) => identity[field] !== undefined);
  if (told.length === 0) return [];
  const keys = await laksa.keyring.tenantKeys(tx, tenant.id, tenant.clock.now());
  return told.flatMap((field) =>
    field === 'name' ? [] : [lookup(keys, field, identity[field] ?? '').toString('base64')],
  );
};

type Known = { readonly contacts: readonly string[]; readonly filing: Counted; readonly network: string };

/** What is counted under a limit. Addresses and words can be guessed: they are hidden under a key of the installation. */
const subjectsOf = (key: Buffer, { contacts, filing, network: address }: Known) => {
  const hidden = (text: string): string => createHmac('sha256', key).update(text).digest('base64');
  const network = hidden(`network ${address}`);
  const counted = countedWords(filing.description);
  const words = counted === null ? null : hidden(`words ${counted}`);
  return ({ by, from }: FilingLimit): readonly string[] => {
    if (by === 'contact') return contacts.map((contact) => `filing contact ${contact} ${network}`);
    if (by === 'network') return [`filing network ${network}`];
    return words === null ? [] : [`filing words ${words} ${from === 'network' ? network : from}`];
  };
};
