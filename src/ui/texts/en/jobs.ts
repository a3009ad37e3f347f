import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { jobs as shape } from '../id/jobs.ts';

export const jobs = {
  action: 'Action',
  attempts: 'Attempts',
  attemptsOf: '{{attempts}} of {{max}}',
  dead: 'Given up',
  empty: 'All background work is going well.',
  error: 'Reason',
  gone: 'That job is done already, or is running now.',
  hint: 'What failed is tried again by itself, at growing intervals. What was given up waits for you: mend the cause first, then try again.',
  job: 'Job',
  name: {
    'deliver-notices': 'Send notices to the reporter',
    'send-claim-code': 'Send a new claim code',
  },
  nextTry: 'Next try',
  report: 'Report',
  retried: 'The job is scheduled again.',
  retry: 'Try again now',
  since: 'Since',
  title: 'Background work in trouble',
} satisfies TranslationOf<typeof shape>;
