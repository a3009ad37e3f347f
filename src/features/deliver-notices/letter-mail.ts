import { createHash } from 'node:crypto';

import { letterNamed } from '../../platform/mail/letter-name.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { readPerson } from '../../store/person.ts';
import type { Tx } from '../../store/tx.ts';
import { renderLetter } from './letter.ts';
import { readToldSteps, type SettledLetter, type ToldStep } from './letter-queries.ts';
import { choicesUrl, letterFacts } from './notice-facts.ts';

type Addressed = { readonly letter: SettledLetter; readonly personId: string | null };

/**
 * A settled letter as it goes; null: the vault has no address. Nothing in it depends on when it is sent: after a crash between sending and marking,
 * the repeat is the same letter under the same name.
 */
export const letterMail = async (
  tx: Tx,
  { keyring }: Pick<Installation, 'keyring'>,
  tenant: Tenant,
  { letter, personId }: Addressed,
): Promise<Mail | null> => {
  if (personId === null) return null;
  const vault = { keyring, tenantId: tenant.id, at: tenant.clock.now() };
  const reading = { personId, ground: 'deliver_notice', reportId: letter.report_id, postId: null } as const;
  const { email } = await readPerson(tx, vault, { ...reading, fields: ['email'] });
  if (email === undefined) return null;
  const steps = await readToldSteps(tx, tenant.id, letter.id);
  const facts = letterFacts({ tenant, keyring }, letter, steps);
  return {
    ...renderLetter(facts),
    to: email,
    ...letterNamed(tenant, nameOf(letter, steps), letter.written_at),
    unsubscribeUrl: choicesUrl({ tenant, keyring }, letter.id),
  };
};

/** After the last step it tells of; for a follower also after who that is, told by nothing but a hash. */
const nameOf = ({ number, follow_id }: SettledLetter, steps: readonly ToldStep[]): string => {
  const name = `${number}-${String(steps.at(-1)?.seq ?? 0).padStart(4, '0')}`;
  return follow_id === null
    ? name
    : `${name}-ikut-${createHash('sha256').update(follow_id).digest('hex').slice(0, 12)}`;
};
