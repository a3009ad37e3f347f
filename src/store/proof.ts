import { randomInt } from 'node:crypto';

import { drawQuestion, isRightAnswer, type ProofQuestion } from '../domain/proof-question.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import { take } from '../platform/limit/limit.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from './installation.ts';
import { openPass, sealPass } from './sealed-pass.ts';
import type { Tx } from './tx.ts';

/** A question that stands on a page, and the pass that comes back with its answer. */
export type AskedProof = { readonly question: ProofQuestion; readonly pass: string };

/** What came back. */
export type GivenProof = { readonly pass: string; readonly answer: string };

/** Long enough to finish a form, and a day's break in between. */
const goodForMs = 2 * 60 * 60 * 1000;
const day = 24 * 60 * 60;

type Means = Pick<Installation, 'keyring' | 'clock'>;

/** `about`: what the answer is good for, and nothing else: the form it stands in, the report it speaks of. */
export const askProof = ({ keyring, clock }: Means, tenant: Tenant, about: string): AskedProof => {
  const at = clock.now();
  const question = drawQuestion(() => randomInt(2 ** 32) / 2 ** 32);
  const content = { i: uuid7(at), t: at.getTime(), l: question.left, r: question.right, a: about };
  const holder = { keyring, kind: 'proof', tenantId: tenant.id } as const;
  return { question, pass: sealPass(holder, content, new Date(at.getTime() + goodForMs)) };
};

/** Whether it is the right answer to a question of ours about this, given for the first time. Used up only if its transaction commits. */
export const acceptProof = async (
  tx: Tx,
  { keyring, clock }: Means,
  tenant: Tenant,
  { given, about }: { readonly given: GivenProof; readonly about: string },
): Promise<boolean> => {
  const holder = { keyring, kind: 'proof', tenantId: tenant.id } as const;
  const asked = openPass(holder, given.pass, clock.now(), readAsked);
  if (asked === null || asked.about !== about || !isRightAnswer(asked.question, given.answer)) return false;
  // Counted in the day on which it was asked, which is one and the same however late the answer comes.
  const once = { tenantId: tenant.id, key: `proof ${asked.id}`, max: 1, windowSeconds: day, at: asked.askedAt };
  return (await take(tx, once)).allowed;
};

const readAsked = (content: object) =>
  'i' in content &&
  typeof content.i === 'string' &&
  't' in content &&
  typeof content.t === 'number' &&
  'l' in content &&
  typeof content.l === 'number' &&
  'r' in content &&
  typeof content.r === 'number' &&
  'a' in content &&
  typeof content.a === 'string'
    ? {
        id: content.i,
        askedAt: new Date(content.t),
        question: { left: content.l, right: content.r },
        about: content.a,
      }
    : null;
