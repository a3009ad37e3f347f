import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { home as shape } from '../id/home.ts';

export const home = {
  file: 'Make a report',
  fileHint: 'Broken roads, rubbish, dark street lamps, slow service, an idea for the city.',
  how: {
    answer: 'The agency in charge does the work and answers. Another officer checks the answer.',
    check: 'An officer checks it and passes it to the agency in charge.',
    file: 'You tell us. Free of charge, no account needed.',
    settle: 'You say that it is settled, or object.',
    title: 'How it goes',
  },
  lead: 'Tell the city. Every report is answered, and every time limit is kept on record.',
  newest: 'Newest reports',
  newestAll: 'All reports that are public',
  newestNone: 'No report is public yet.',
  number: 'Report number',
  solvedNone: 'No answer is public yet.',
  title: 'Does something need mending?',
  track: 'Track a report',
  trackHint: 'The ten digits you received when you reported. We ask for the code next.',
} satisfies TranslationOf<typeof shape>;
