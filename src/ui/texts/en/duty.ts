import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { duty as shape } from '../id/duty.ts';

export const duty = {
  add: 'Add a duty',
  added: 'The duty is saved.',
  coming: 'Duties from now on',
  from: 'From',
  fromDay: 'From day',
  fromTime: 'From time',
  hint: 'The post on duty is told at once, also in quiet hours, of reports whose time runs out before the morning.',
  none: 'No duties yet.',
  noneNow: 'Nobody is on duty now. What is urgent waits until quiet hours end.',
  now: 'On duty now',
  nowUntil: '{{post}}, until {{moment}}',
  post: 'Post',
  postNone: 'Choose a post',
  problem: {
    not_a_time: 'Not a time. Example: 20:00.',
    not_after: 'A duty ends after it begins.',
  },
  remove: 'Remove',
  removeWhich: 'duty of {{post}}, {{moment}}',
  removed: 'The duty is removed.',
  timeHint: 'For example 20:00, local time.',
  title: 'Duty roster',
  until: 'Until',
  untilDay: 'Until day',
  untilTime: 'Until time',
} satisfies TranslationOf<typeof shape>;
