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
    'hand-over-work': 'Move reports to another post',
    'recount-clocks': 'Count due dates again after a change of the calendar',
    'send-claim-code': 'Send a new claim code',
    'blur-photo': 'Blur a photo',
    'work-on-photo': 'Work on a photo',
  },
  nextTry: 'Next try',
  report: 'Report',
  retried: 'The job is scheduled again.',
  retry: 'Try again now',
  room: {
    little: 'Only {{percent}} % of the storage is free. Below 5 % no photos are taken. Tell who runs the system.',
    none: '{{percent}} % of the storage is free: no photos are taken, reports are. Tell who runs the system now.',
  },
  since: 'Since',
  title: 'Background work in trouble',
  undelivered: {
    empty: 'In the last 30 days every letter has arrived.',
    hint: 'Notices to reporters of the last 30 days that the mail server refused for good, or that had no address. They are not tried again. The reporter can still see everything with the number and the claim code.',
    letters: 'Letters',
    newest: 'Latest',
    noAddress: 'The reporter gave no e-mail address.',
    title: 'Letters that did not arrive',
  },
} satisfies TranslationOf<typeof shape>;
