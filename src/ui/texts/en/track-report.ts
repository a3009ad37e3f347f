import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { trackReport as shape } from '../id/track-report.ts';

export const trackReport = {
  confirm: {
    hint: 'If the matter is settled, say so here. The report is then closed.',
    message: 'A word to those who did the work',
    rating: 'What do you think of it?',
    ratingNone: 'No rating',
    submit: 'Yes, it is settled',
    title: 'Is it settled?',
  },
  details: 'What you reported',
  dispute: {
    hint: 'The answer did not settle the matter? A superior of whoever answered will examine it again.',
    message: 'What is not settled?',
    reason: 'Reason',
    submit: 'Object to the answer',
    title: 'Not settled yet?',
  },
  done: {
    confirm: 'Thank you. The report is settled.',
    dispute: 'We have received your objection; a superior of whoever answered examines it.',
    message: 'Your message has been sent.',
    provide_info: 'We have received your details.',
    withdraw: 'The report has been withdrawn.',
  },
  form: {
    code: 'Code',
    codeHint: 'The eight digits you received when you reported.',
    lost: 'Lost your code? If you gave a contact, answers are sent there too.',
    number: 'Report number',
    numberHint: 'Ten digits, for example 123-456-7890.',
    submit: 'Show the report',
  },
  from: { city: 'From an officer', reporter: 'From you' },
  history: 'History of your report',
  leave: 'Close this page',
  message: {
    label: 'Your message',
    submit: 'Send the message',
    title: 'A message to the officers',
  },
  noMoves: 'There is nothing you need to do now.',
  promise: {
    none: 'No time limit is running.',
    paused: 'Time stands still while we wait for your details.',
    passed: '{{clock}}: was due {{due}} ({{remaining}}). This delay is on record.',
    running: '{{clock}}: by {{due}} at the latest ({{remaining}}).',
    title: 'The time limit that is running',
  },
  provideInfo: {
    hint: 'An officer asks:',
    message: 'Your answer',
    submit: 'Send the details',
    title: 'An officer is waiting for your details',
  },
  rating: {
    one: 'Very bad',
    two: 'Bad',
    three: 'Fair',
    four: 'Good',
    five: 'Very good',
  },
  signedOut: 'The report is now closed on this device.',
  title: 'Track a report',
  titleOf: 'Report {{number}}',
  withdraw: {
    hint: 'The report is closed because you ask for it. This cannot be undone.',
    submit: 'Withdraw the report',
    title: 'Withdraw this report?',
  },
  yourTurn: 'Your turn',
} satisfies TranslationOf<typeof shape>;
