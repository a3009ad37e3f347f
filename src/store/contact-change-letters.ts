import { jobs } from '../platform/jobs/jobs.ts';
import { take } from '../platform/limit/limit.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import { letterCount, mayWriteToUnproved, type Unproved } from './contact-unproved.ts';
import type { Installation } from './installation.ts';
import type { PersonField } from './person.ts';
import type { Tx } from './tx.ts';

/**
 * Which letter about a change of contact: to the address on record, of what was asked for (`old`), that a new address counts now (`done`), or of all
 * that came on a day on which it was warned already (`later`); to the new address (`new`); to one that was on record and is no longer (`removed`).
 */
export const contactLetters = ['old', 'done', 'later', 'new', 'removed'] as const;
export type ContactLetterSide = (typeof contactLetters)[number];

type Warning = {
  readonly change: { readonly id: string; readonly report_id: string };
  /** The address on record. */
  readonly told: string;
  readonly side: 'old' | 'done';
};

/** Source: own. */
const aDay = { max: 1, windowSeconds: 24 * 60 * 60 } as const;

/**
 * The first change of a report and day is told to the address on record at once, what follows on that day in one letter at its end: whoever has the code
 * fills no letterbox, and each of the letters takes all of it back.
 */
export const warnOnRecord = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { change, told, side }: Warning,
): Promise<void> => {
  const at = laksa.clock.now();
  const counted = (whom: string) =>
    take(tx, { ...letterCount(laksa, tenant, `${whom} ${change.report_id} ${told}`), ...aDay, at });
  const first = await counted('warned');
  if (first.allowed) return addLetter(tx, tenant.id, { id: change.id, side });
  if (!(await counted('warned later')).allowed) return;
  const runAt = new Date(at.getTime() + first.retryAfterSeconds * 1000);
  await addLetter(tx, tenant.id, { id: change.id, side: 'later', runAt });
};

type Sending = {
  readonly kept: readonly { readonly id: string; readonly field: PersonField; readonly value: string }[];
  readonly reportId: string;
  /** The address on record. */
  readonly told: string | undefined;
  readonly network: string | null;
};

/** About what was asked for in one go. */
export const sendContactLetters = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { kept, reportId, told, network }: Sending,
): Promise<void> => {
  const [first] = kept;
  if (told !== undefined && first !== undefined) {
    const change = { id: first.id, report_id: reportId };
    await warnOnRecord(tx, laksa, tenant, { change, told, side: 'old' });
  }
  for (const { id, field, value } of kept)
    if (field === 'email') await askNewAddress(tx, laksa, tenant, { id, email: value, network });
};

/** The one letter in which a new address proves itself; none beyond what any unproved address gets. */
const askNewAddress = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { id, ...address }: Unproved & { readonly id: string },
): Promise<void> => {
  if (await mayWriteToUnproved(tx, laksa, tenant, address)) await addLetter(tx, tenant.id, { id, side: 'new' });
};

/** To an address that counted until the one before it took that back. */
export const tellRemoved = (tx: Tx, tenantId: string, id: string): Promise<void> =>
  addLetter(tx, tenantId, { id, side: 'removed' });

type OneLetter = { readonly id: string; readonly side: ContactLetterSide; readonly runAt?: Date };

const addLetter = (tx: Tx, tenantId: string, { id, side, runAt }: OneLetter): Promise<void> =>
  jobs.add(tx, 'send-contact-letter', { tenantId, contactChangeId: id, side }, runAt === undefined ? {} : { runAt });
