import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { refusal as shape } from '../id/refusal.ts';

export const refusal = {
  kind: {
    changed_meanwhile:
      'This report has changed since you opened it. Compare first, then send again if it is still needed.',
    incomplete: 'Something is missing.',
    not_found: 'Not found.',
    post_may_not: 'Your post has no authority to do this.',
    returns_used_up:
      'The coordinator’s decision binds: this report cannot be given back any more. If it still is no matter of your agency, write a note on the report and ask the coordinator to name another one.',
    same_hands: 'Whoever answered or proposed it may not decide on it as well. Leave it to another officer.',
    state_forbids: 'This cannot be done in the present state of the report.',
    too_many_tries: 'Too many tries. Wait a moment, then try again.',
    wrong_code: 'The report number and the code do not match. Check them digit by digit.',
  },
  problem: {
    in_the_future: 'This date has not come yet. Give today or an earlier day.',
    in_the_past: 'This date has passed. Give today or a later day.',
    not_a_date: 'This is not a date. Example: 24-11-2026.',
    not_a_number: 'This is not a number that can be used here. Check it again.',
    not_a_phone: 'This is not a telephone number we know. Example: 0812 3456 7890.',
    not_allowed: 'This choice cannot be used here.',
    not_an_email: 'This is not an e-mail address. Example: name@example.id.',
    required: 'This is needed.',
    too_far_ahead: 'This is too far ahead. Give a day within a year from today.',
    too_long: 'This is too long. Make it a little shorter.',
    too_many: 'These are too many. Take some away.',
    unknown: 'We do not know this. Check it again, or pick from the list.',
  },
} satisfies TranslationOf<typeof shape>;
