import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { components as shape } from '../id/components.ts';

export const components = {
  buttons: 'Buttons',
  choices: 'Choices',
  fields: 'Fields',
  hint: 'Every component of this site in each of its states, for those who design, translate and check it.',
  icons: 'Icons',
  lists: 'Lists and contents',
  messages: 'Notices',
  photos: 'Photos',
  sample: {
    error: 'Write at least one sentence.',
    first: 'The first choice',
    hint: 'A short remark that helps to fill it in.',
    label: 'Name of a field',
    long: 'A field with a name so long that it takes two lines on a narrow screen',
    second: 'The second choice',
    text: 'Sample contents: a sentence or two, as citizens write them.',
    title: 'A sample title',
  },
  states: 'States of a report',
  title: 'Components',
  ways: 'Steps and ways',
} satisfies TranslationOf<typeof shape>;
