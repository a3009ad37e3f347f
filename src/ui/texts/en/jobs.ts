import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { jobs as shape } from '../id/jobs.ts';

export const jobs = {
  attempts: 'Attempts',
  dead: 'Given up',
  empty: 'All background work is going well.',
  error: 'Reason',
  job: 'Job',
  nextTry: 'Next try',
  retried: 'The job is scheduled again.',
  retry: 'Try again now',
  since: 'Since',
  title: 'Background work in trouble',
} satisfies TranslationOf<typeof shape>;
