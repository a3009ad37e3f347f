import { formatDeadline, formatDeadlineStamp, formatRemaining } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { NextStep } from './filed.view.tsx';
import type { FiledReport } from './queries.ts';

/** The running clock in words, with its name: "Tanggapan pertama: paling lambat Selasa 24 November pukul 14.00", and "5 jam lagi" beside it. */
export const nextOf = ({ t, language }: PageFrame, tenant: Tenant, { clock, due_at }: FiledReport): NextStep | null => {
  if (clock === null || due_at === null) return null;
  const [due, now] = [due_at.toISOString(), tenant.clock.now().toISOString()];
  return {
    words: t('fileReport.nextBy', {
      clock: t(`state.clock.${clock}`),
      due: formatDeadline(due, tenant.zone, language, now),
    }),
    remaining: formatRemaining(due, now, t),
  };
};

/** Every promise that runs, for a sheet that is read on other days: nothing in it is counted from today. */
export const promisesOnPaper = (
  { t, language }: PageFrame,
  { zone }: Tenant,
  { promises }: FiledReport,
): readonly string[] =>
  promises.map(({ clock, due_at }) =>
    t('fileReport.nextBy', {
      clock: t(`state.clock.${clock}`),
      due: formatDeadlineStamp(due_at, zone, language),
    }),
  );
