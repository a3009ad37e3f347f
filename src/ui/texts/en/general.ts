import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { general as shape } from '../id/general.ts';

export const general = {
  and: 'and',
  approved: 'Approved',
  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  continue: 'Continue',
  details: 'Details',
  dash: 'Nothing yet',
  download: 'Download',
  no: 'No',
  none: 'None',
  optional: 'optional',
  pager: { label: 'Pages of this list', next: 'Next', previous: 'Previous' },
  print: 'Print',
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
  required: 'required',
  save: 'Save',
  search: 'Search',
  send: 'Send',
  show: 'Show',
  unknown: 'Not known',
  yes: 'Yes',
} satisfies TranslationOf<typeof shape>;
