import type { FastifyRequest } from 'fastify';

import { ownPasswordTries } from '../../domain/sign-in-limits.ts';
import { countTry, forgetTries } from '../../platform/limit/tries.ts';
import { callerOf } from '../../platform/session/cookies.ts';
import { staffOf } from '../../store/identity.ts';
import type { Text } from '../../ui/texts/text.ts';
import { waitWords } from '../../ui/wait-words.ts';
import type { KeepAccountMeans } from './means.ts';

/** Why it is not taken, and how the answer is marked. */
export type PasswordRefused = { readonly text: string; readonly status: 422 | 429 };

/** Asks for the own password once more: whoever finds a desk unlocked changes nothing that opens the account. Null: it is right. */
export const ownPasswordProblem = async (
  means: KeepAccountMeans,
  request: FastifyRequest,
  password: string,
  t: Text,
): Promise<PasswordRefused | null> => {
  if (password === '') return { text: t('staff.signIn.missing.password'), status: 422 };
  const tries = ownPasswordTries(staffOf(request).sessionId);
  const { seconds } = await countTry(means, tries);
  if (seconds > 0) return { text: waitWords(t, seconds), status: 429 };
  if (!(await means.sessions.own.isPassword(password, callerOf(request))))
    return { text: t('account.wrongPassword'), status: 422 };
  await forgetTries(means, tries);
  return null;
};
