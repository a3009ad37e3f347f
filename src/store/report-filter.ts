import { sql, type RawBuilder } from 'kysely';

import type { ReportKind, ReportState } from '../domain/report.ts';

/** What the public reports are cut to, in the ids of one city. Undefined: everything. */
export type ReportFilter = {
  readonly states?: readonly ReportState[] | undefined;
  readonly kind?: ReportKind | undefined;
  readonly categoryIds?: readonly string[] | undefined;
  readonly villageCodes?: readonly string[] | undefined;
  readonly agencyId?: string | undefined;
  /** Half-open. */
  readonly filedFrom?: Date | undefined;
  readonly filedBefore?: Date | undefined;
  /** Whether the date that runs has passed at `now`; what is over has none and is neither. */
  readonly due?: { readonly isLate: boolean; readonly now: Date } | undefined;
};

/** As a condition over `r`, a view of public reports; every part of it is one that an index may answer under the fence. */
export const isInFilter = (filter: ReportFilter): RawBuilder<unknown> => {
  const { states, kind, categoryIds, villageCodes, agencyId, filedFrom, filedBefore, due } = filter;
  const parts = [
    states && sql`r.state = any (${states})`,
    kind && sql`r.kind = ${kind}`,
    categoryIds && isOneOf('r.category_id', 'uuid', categoryIds),
    villageCodes && isOneOf('r.village_code', 'text', villageCodes),
    agencyId &&
      sql`exists (select from laksa.assignment s where s.tenant_id = r.tenant_id and s.report_id = r.id
      and s.agency_id = ${agencyId} and s.state <> 'returned')`,
    filedFrom && sql`r.filed_at >= ${filedFrom}`,
    filedBefore && sql`r.filed_at < ${filedBefore}`,
    due && (due.isLate ? sql`r.next_due_at <= ${due.now}` : sql`r.next_due_at > ${due.now}`),
  ].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
};

/** One alone is asked for by itself: its index then also gives the order. */
const isOneOf = (column: string, type: 'uuid' | 'text', values: readonly string[]): RawBuilder<unknown> =>
  values.length === 1
    ? sql`${sql.ref(column)} = ${values[0]}`
    : sql`${sql.ref(column)} = any (${values}::${sql.raw(type)}[])`;
