import { sql } from 'kysely';

/**
 * Of the words `s` of the events `e` of a report those that count, as `domain/words-now.ts` says it: a correction, wherever it stands, replaces title,
 * description and place of the filing.
 */
export const saidNow = sql<boolean>`(e.kind = 'corrected' or e.seq = 1 and (s.field not in ('title', 'description', 'place')
  or not exists (select from laksa.report_event c where c.tenant_id = e.tenant_id and c.report_id = e.report_id and c.kind = 'corrected')))`;
