import { sql } from 'kysely';

import { wordingProblem, type WordingByLanguage } from '../domain/letter-wording.ts';
import type { Refusal } from '../domain/refusal.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { Tx } from './tx.ts';

export type WordingChange = {
  readonly tenantId: string;
  /** The id of the post that decides it. */
  readonly by: string;
  readonly at: Date;
  /** The whole wording as it is to be from now on. */
  readonly words: WordingByLanguage;
  /** The version by which it was decided; 0: there was none. */
  readonly seen: number;
};

/**
 * Makes a new version of the city's own words; letters that were settled before keep theirs. Refused when somebody else made one after `seen`, and
 * with each part that could not stand in a letter: nothing changes.
 */
export const changeWording = async (
  tx: Tx,
  change: WordingChange,
): Promise<Result<{ readonly version: number }, Refusal>> => {
  const { tenantId, words } = change;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`laksa wording ${tenantId}`}, 0))`.execute(tx);
  const newest = await newestWordingVersion(tx, tenantId);
  if (newest !== change.seen) return refuse({ kind: 'changed_meanwhile', version: newest });
  const problems = wordingProblems(words);
  if (problems.length > 0) return refuse({ kind: 'incomplete', problems });
  const version = newest + 1;
  await tx
    .insertInto('letter_wording')
    .values({ tenant_id: tenantId, version, words: JSON.stringify(words), made_by: change.by, made_at: change.at })
    .execute();
  return ok({ version });
};

/** 0: the city has no words of its own. */
export const newestWordingVersion = async (tx: Tx, tenantId: string): Promise<number> => {
  const { version } = await tx
    .selectFrom('letter_wording')
    .select(({ fn }) => fn.max<number | null>('version').as('version'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  return version ?? 0;
};

/** What stands in the way of a wording, by part and language: `happened.filed.id`. */
export const wordingProblems = (words: WordingByLanguage) =>
  Object.entries(words).flatMap(([key, pair]) =>
    (['id', 'en'] as const).flatMap((language) => {
      const problem = wordingProblem(pair[language] ?? '');
      return problem === null ? [] : [{ field: `${key}.${language}`, problem }];
    }),
  );
