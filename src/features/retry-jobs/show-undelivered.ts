import type { FastifyRequest } from 'fastify';

import { allows } from '../../domain/permission.ts';
import { formatMoment } from '../../platform/i18n/format.ts';
import { staffOf } from '../../store/identity.ts';
import type { Installation } from '../../store/installation.ts';
import { textFor } from '../../ui/texts/text.ts';
import { readUndelivered } from './queries.ts';
import { reportLinkOf } from './report-link.ts';
import type { UndeliveredLetters } from './undelivered-letters.view.tsx';

const shownDays = 30;

/** The letters of the last month that reached nobody, as an administrator reads of them. */
export const showUndelivered = async (
  { database }: Installation,
  request: FastifyRequest,
): Promise<readonly UndeliveredLetters[]> => {
  const { tenant, language } = request;
  const now = tenant.clock.now();
  const since = new Date(now.getTime() - shownDays * 24 * 3_600_000);
  const rows = await database.inTenant(tenant.id, (tx) => readUndelivered(tx, tenant.id, since), { readOnly: true });
  const t = textFor(language);
  const seesReports = allows(staffOf(request).post, 'see_reports');
  return rows.map((row) => ({
    report: reportLinkOf(row.number, seesReports),
    letters: row.letters,
    newest: formatMoment(row.newest_at.toISOString(), tenant.zone, language, now.toISOString()),
    reason: row.reason === 'no_address' ? t('jobs.undelivered.noAddress') : row.reason,
  }));
};
