import { sql } from 'kysely';

import type { ClockKind } from '../../domain/clocks.ts';
import type { WordingByLanguage } from '../../domain/letter-wording.ts';
import type { Tx } from '../../store/tx.ts';
import type { LetterTopic } from '../../ui/letter-topic.ts';

/** One version of the city's own words. */
export type VersionRow = {
  readonly version: number;
  readonly words: WordingByLanguage;
  readonly made_at: Date;
  readonly post: string;
};

/** The newest first. */
export const readVersions = async (tx: Tx, tenantId: string): Promise<readonly VersionRow[]> => {
  const { rows } = await sql<VersionRow>`
    select w.version, w.words, w.made_at, p.name as post
    from laksa.letter_wording w join laksa.post p on p.tenant_id = w.tenant_id and p.id = w.made_by
    where w.tenant_id = ${tenantId} order by w.version desc limit 100`.execute(tx);
  return rows;
};

/** What everyone may read of a report, as a letter about it says it. */
export type PublicExample = {
  readonly number: string;
  readonly answer: string | null;
  readonly agency: string | null;
  readonly topic: LetterTopic;
  readonly next_clock: ClockKind | null;
  readonly next_due_at: Date | null;
};

/** The newest public report; null: the city has none. */
export const readExample = async (tx: Tx, tenantId: string): Promise<PublicExample | null> => {
  const { rows } = await sql<PublicExample>`
    select v.number, v.answer, json_build_object('category', c.name, 'village', d.name, 'isDesa', split_part(d.code, '.', 4) like '2%') as topic, v.next_clock, v.next_due_at,
      (select g.name from laksa.assignment a join laksa.agency g on g.tenant_id = a.tenant_id and g.id = a.agency_id
        where a.tenant_id = v.tenant_id and a.report_id = v.id order by a.id desc limit 1) as agency
    from laksa.report_public v
      left join laksa.category c on c.tenant_id = v.tenant_id and c.id = v.category_id and not c.is_sensitive
      left join laksa.village d on d.tenant_id = v.tenant_id and d.code = v.village_code
    where v.tenant_id = ${tenantId} and v.publication in ('public', 'title_only')
    order by v.filed_at desc, v.id limit 1`.execute(tx);
  return rows[0] ?? null;
};
