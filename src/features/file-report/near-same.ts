import { sharedOf, tellingWords } from '../../domain/words/shared-words.ts';
import type { LikelySame } from '../../store/likely-same.ts';
import type { Tx } from '../../store/tx.ts';
import { readPublicNear } from './queries.ts';

type Said = { readonly words: string; readonly villageCode: string | null; readonly at: Date };

/** Longer ago it was another matter more likely than not. Source: own. */
const nearMs = 30 * 24 * 60 * 60 * 1000;
const mostLookedAt = 60;
const mostShown = 3;

/** Public reports of the last weeks in the same kelurahan whose public words are much the same, the likest first. */
export const readNearSame = async (
  tx: Tx,
  tenantId: string,
  { words, villageCode, at }: Said,
): Promise<readonly LikelySame[]> => {
  const own = tellingWords(words);
  if (villageCode === null) return [];
  const rows = await readPublicNear(tx, tenantId, {
    villageCode,
    since: new Date(at.getTime() - nearMs),
    atMost: mostLookedAt,
  });
  return rows
    .map(({ words: theirs, ...report }) => ({ report, shared: sharedOf(own, tellingWords(theirs)) }))
    .filter(({ shared }) => shared > 0)
    .toSorted((one, other) => other.shared - one.shared)
    .slice(0, mostShown)
    .map(({ report }) => report);
};
