import { sql } from 'kysely';

import { tokensOf } from '../../domain/words/tokens.ts';
import type { LikelySame } from '../../store/likely-same.ts';
import type { Tx } from '../../store/tx.ts';

type Said = { readonly words: string; readonly villageCode: string | null; readonly at: Date };

/** Longer ago it was another matter more likely than not. Source: own. */
const nearDays = 30;
const mostLookedAt = 60;
const mostShown = 3;

/** How much of the shorter text the longer one must share, and in how many words at least. Source: own, tried on the sample reports. */
const shareOfWords = 0.5;
const fewestWords = 3;

type Near = LikelySame & { readonly words: string };

/** Public reports of the last weeks in the same kelurahan whose public words are much the same, the likest first. */
export const readNearSame = async (
  tx: Tx,
  tenantId: string,
  { words, villageCode, at }: Said,
): Promise<readonly LikelySame[]> => {
  const own = tellingWords(words);
  if (own.size < fewestWords || villageCode === null) return [];
  const { rows } = await sql<Near>`
    select r.number, r.state, to_char(r.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "filedAt",
      concat_ws(' ', p.title, p.description) as words
    from laksa.report r join laksa.report_public p on p.tenant_id = r.tenant_id and p.id = r.id
    where r.tenant_id = ${tenantId} and r.village_code = ${villageCode} and p.publication in ('public', 'title_only')
      and r.filed_at > ${at}::timestamptz - make_interval(days => ${sql.lit(nearDays)}) and r.state not in ('closed', 'rejected')
    order by r.filed_at desc, r.id limit ${mostLookedAt}`.execute(tx);
  return rows
    .map(({ words: theirs, ...report }) => ({ report, shared: sharedOf(own, tellingWords(theirs)) }))
    .filter(({ shared }) => shared > 0)
    .toSorted((one, other) => other.shared - one.shared)
    .slice(0, mostShown)
    .map(({ report }) => report);
};

/** The share of the shorter text's words that stand in the other; 0 where it is too little to mean anything. */
const sharedOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const common = [...one].filter((word) => other.has(word)).length;
  const share = common / Math.min(one.size, other.size);
  return common >= fewestWords && share >= shareOfWords ? share : 0;
};

/** Short words join others and say nothing by themselves. */
const tellingWords = (text: string): ReadonlySet<string> => new Set(tokensOf(text).filter((word) => word.length > 3));
