import type { FastifyRequest } from 'fastify';

import { allows } from '../../domain/permission.ts';
import { isUuid } from '../../platform/db/uuid7.ts';
import { formatMoment } from '../../platform/i18n/format.ts';
import { jobs, type TroubledJob } from '../../platform/jobs/jobs.ts';
import { staffOf } from '../../store/identity.ts';
import type { Installation } from '../../store/installation.ts';
import { textFor } from '../../ui/texts/text.ts';
import type { ShownJob } from './jobs-in-trouble.view.tsx';
import { readNumbers } from './queries.ts';
import { reportLinkOf } from './report-link.ts';

/** What failed and is not done yet, as an administrator reads it. Jobs follow the machine's time, whatever the city's clock is set to. */
export const showJobs = async (
  { database, clock }: Installation,
  request: FastifyRequest,
): Promise<readonly ShownJob[]> => {
  const { tenant, language } = request;
  const seesReports = allows(staffOf(request).post, 'see_reports');
  const { troubled, numbers } = await database.inTenant(
    tenant.id,
    async (tx) => {
      const found = await jobs.inTrouble(tx, tenant.id);
      return { troubled: found, numbers: await readNumbers(tx, tenant.id, found.flatMap(reportIdOf)) };
    },
    { readOnly: true },
  );
  const t = textFor(language);
  const now = clock.now().toISOString();
  return troubled.map((job) => ({
    id: job.id,
    name: nameOf(t, job.name),
    report: reportOf(numbers, job, seesReports),
    error: job.last_error,
    attempts: t('jobs.attemptsOf', { attempts: job.attempts, max: job.max_attempts }),
    since: formatMoment(job.created_at.toISOString(), tenant.zone, language, now),
    nextTry: job.is_dead ? null : formatMoment(job.run_at.toISOString(), tenant.zone, language, now),
  }));
};

const reportOf = (numbers: ReadonlyMap<string, string>, job: TroubledJob, seesReports: boolean): ShownJob['report'] => {
  const number = numbers.get(reportIdOf(job)[0] ?? '');
  return number === undefined ? null : reportLinkOf(number, seesReports);
};

const reportIdOf = ({ ids }: TroubledJob): readonly string[] => {
  const id = ids['reportId'];
  return typeof id === 'string' && isUuid(id) ? [id] : [];
};

const nameOf = (t: ReturnType<typeof textFor>, name: string): string => {
  const known = knownJobs.find((job) => job === name);
  return known === undefined ? name : t(`jobs.name.${known}`);
};

/** Every job that can be in trouble: a test holds it against those of the worker. */
export const knownJobs = [
  'blur-photo',
  'deliver-notices',
  'deliver-post-letters',
  'hand-over-work',
  'import-staff',
  'recount-clocks',
  'send-claim-code',
  'send-contact-letter',
  'send-follow-letter',
  'send-invitation',
  'send-sign-in-letter',
  'send-sign-in-link',
  'tell-of-api-key',
  'tell-of-handover',
  'tell-of-new-post',
  'warn-of-api-key',
  'work-on-photo',
] as const;
