import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { flag as shape } from '../id/flag.ts';

export const flag = {
  field: {
    reason: 'What must not be shown?',
    words: 'Explain',
    wordsHint: 'For example: which sentence, or which photo. Only officers read it. Do not write your name.',
  },
  intro:
    'No account is needed. Your name is not asked, and nobody is told who flagged it. An officer looks and decides.',
  link: 'Flag this content',
  list: 'Content flagged by people',
  listCount: 'Content flagged by people ({{number}})',
  reason: {
    face_or_document: 'A face, a number plate or a document in a photo',
    hatred: 'Hatred of an ethnic, religious, racial or other group',
    identity: 'Personal data (name, telephone number, address)',
    not_city_matter: 'Not a matter of the city',
    other: 'Something else',
    pornography: 'Pornography',
    slander: 'Slander or insult',
  },
  send: 'Flag this content',
  sent: {
    back: 'Back to the reports',
    text: 'Thank you. An officer will look at it. Where at least three different people flag the same content, it is hidden until an officer has looked.',
    title: 'We have noted it',
    work: 'Work on the report itself goes on.',
  },
  staff: {
    count_one: '{{count, number}} person',
    count_other: '{{count, number}} people',
    hidden: 'Hidden until you decide. Its words and photos are kept as they were approved.',
    intro:
      'Look at the words and the photos, then decide. The reporter is told when the report is hidden or shown again.',
    isHidden: 'Hidden',
    isShown: 'Still shown',
    keep: 'Keep it public',
    keepHint: 'After that it takes twice as many people to hide it again.',
    reason: 'Reason for taking it from the public page',
    said: 'What was flagged',
    since: 'Since',
    title: 'Flagged by people',
    withdraw: 'Take it from the public page',
  },
  title: 'Flag this content',
} satisfies TranslationOf<typeof shape>;
