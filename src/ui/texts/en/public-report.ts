import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { publicReport as shape } from '../id/public-report.ts';

export const publicReport = {
  answer: 'Answer',
  answeredBy: 'Answered by {{agency}}',
  category: 'About',
  filedOn: 'Reported',
  flag: 'Flag this content',
  handledBy: 'Handled by',
  history: 'History of this report',
  isMine: 'Is this your report? Track it with your code.',
  merged: 'This report is handled together with report {{number}}.',
  noAnswer: 'No answer yet.',
  notPublic: {
    text: 'The report with this number is not shown to the public, or the number is wrong. Its reporter can read it under Track a report.',
    title: 'Report not shown here',
  },
  number: 'Report number',
  pausedDays_one: 'Time stood still for {{count}} day, waiting for the reporter',
  pausedDays_other: 'Time stood still for {{count}} days, waiting for the reporter',
  promise: 'Due',
  promisePassed: 'Overdue',
  provisional: 'Provisional: the holidays of that year have not been set.',
  rating_one: 'Rating by the reporter: {{count}} of 5',
  rating_other: 'Rating by the reporter: {{count}} of 5',
  state: 'State',
  titleOnly: 'Only its title is shown to the public.',
  village: 'Village (kelurahan)',
  withdrawn: 'The content of this report is no longer shown to the public. Reason: {{reason}}',
} satisfies TranslationOf<typeof shape>;
