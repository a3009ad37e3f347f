import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { general as shape } from '../id/general.ts';

export const general = {
  back: 'Back',
  cancel: 'Cancel',
  titleWithErrors: 'To be corrected: {{title}}',
  continue: 'Continue',
  none: 'None',
  optional: 'optional',
  pager: { label: 'Pages of this list', next: 'Next', previous: 'Previous' },
  remaining: {
    left: {
      days_one: '{{count}} day left',
      days_other: '{{count}} days left',
      hours_one: '{{count}} hour left',
      hours_other: '{{count}} hours left',
      minutes_one: '{{count}} minute left',
      minutes_other: '{{count}} minutes left',
    },
    past: {
      days_one: '{{count}} day late',
      days_other: '{{count}} days late',
      hours_one: '{{count}} hour late',
      hours_other: '{{count}} hours late',
      minutes_one: '{{count}} minute late',
      minutes_other: '{{count}} minutes late',
    },
  },
  search: 'Search',
  unknown: 'Not known',
} satisfies TranslationOf<typeof shape>;
