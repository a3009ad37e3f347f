import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { contact as shape } from '../id/contact.ts';

export const contact = {
  back: 'Back to your report',
  confirm: {
    button: 'Yes, use this address',
    done: 'This email address is now on record for report {{number}}.',
    over: 'This link has been used, its time is over, or a later request took its place.',
    text: 'News of report {{number}} will be sent to the email address that got this letter.',
    title: 'Use this email address',
  },
  done: 'It has been changed.',
  field: {
    email: 'Email address',
    name: 'Name',
    phone: 'Telephone number',
  },
  history: {
    email: 'Email address changed {{when}}',
    name: 'Name changed {{when}}',
    none: 'Never changed so far.',
    phone: 'Telephone number changed {{when}}',
    taken_back: '{{what}}, then taken back from the old address',
    title: 'Changes of contact',
    waiting: 'A new email address waits for the link in its letter to be opened, until {{when}}',
  },
  intro:
    'What is on record is shown only in part. Fill in what you want to change or add; everything else stays as it is.',
  letter: {
    asked: {
      email:
        'Somebody who has the code of report {{number}} asked for its email address to be changed. The new one is used once the link in the letter sent there was opened.',
      name: 'Somebody who has the code of report {{number}} changed the name on record.',
      phone: 'Somebody who has the code of report {{number}} changed the telephone number on record.',
    },
    code: 'What was on record is put back, the present code is void, and we send a new code to this address.',
    confirm:
      'Somebody, perhaps you, wants news of report {{number}} to be sent to this address. Open this link and press the button within 48 hours:',
    confirmSubject: 'Report {{number}}: use this email address?',
    ignore: 'If it was not you, ignore this letter. This address is not put on record.',
    mine: 'If it was you, there is nothing to do.',
    notMine: 'Not you? Open this link and press the button within 7 days:',
    subject: 'Report {{number}}: contact changed',
  },
  link: 'Change name or contact',
  noLetters: 'This site is not connected to a mail server yet, so the email address cannot be changed.',
  now: 'On record: {{value}}',
  nothing: 'Nothing is on record.',
  sent: 'We have sent a letter to the new address. It is used once you have opened its link and pressed the button, within 48 hours. The old address, if there is one, is told as well.',
  submit: {
    email: 'Change email address',
    name: 'Change name',
    phone: 'Change telephone number',
  },
  takeBack: {
    button: 'It was not me, take it back',
    done: 'It has been taken back. What was on record for report {{number}} before is there again. The code used until now is void; a new one is sent to the email address on record.',
    over: 'This link has been used, or is older than 7 days. If something is still wrong, ask for a new code or talk to an officer.',
    text: 'The change of contact on report {{number}}, and everything changed since, is taken back. The present code becomes void, and a new one is sent to the old address.',
    title: 'Take back a change of contact',
  },
  title: 'Your name and contact',
  told: 'Every change is told to the email address on record. From there it can be taken back for 7 days.',
  tooMany: 'It has been changed five times today. Try again tomorrow.',
} satisfies TranslationOf<typeof shape>;
