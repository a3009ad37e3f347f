import { sql } from 'kysely';

import type { HolidayKind } from '../../domain/calendar.ts';
import type { PolicyRule } from '../../domain/policy.ts';
import type { Tx } from '../../store/tx.ts';

/** The days of one kind in one year, and where they are decreed. */
export type CalendarPart = {
  readonly year: number;
  readonly kind: HolidayKind;
  readonly days: number;
  readonly sources: string;
};

export type Grounds = {
  readonly version: number;
  readonly since: Date;
  readonly rules: readonly PolicyRule[];
  readonly calendars: readonly CalendarPart[];
};

/** What the city promises now: the newest version of its rules, and the calendars they count by. */
export const readGrounds = async (tx: Tx, tenantId: string): Promise<Grounds> => {
  const { rows } = await sql<Grounds>`
    select p.version, min(p.created_at) as since,
      json_agg(json_build_object('key', p.key, 'value', p.value, 'source', p.source, 'confidence', p.confidence) order by p.key) as rules,
      (select coalesce(json_agg(y order by y.year desc, y.kind desc), '[]')
        from (select extract(year from h.day)::int as year, h.kind, count(*)::int as days, string_agg(distinct h.source, '; ') as sources
          from laksa.holiday h where h.tenant_id = ${tenantId} group by 1, 2) y) as calendars
    from laksa.policy_rule p
    where p.tenant_id = ${tenantId}
      and p.version = (select max(n.version) from laksa.policy_rule n where n.tenant_id = ${tenantId})
    group by p.version`.execute(tx);
  const [grounds] = rows;
  if (grounds === undefined) throw new Error('the city has no policy');
  return grounds;
};
