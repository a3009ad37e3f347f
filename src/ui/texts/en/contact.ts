import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { contact as shape } from '../id/contact.ts';

export const contact = {
  added: {
    button: 'It was not me, remove that address',
    removed: 'The email address that was added lately has been removed, and the code that was sent there is void.',
    text: 'An email address was added {{when}}. Not you? Somebody else has your code. For 7 days that address can be removed here.',
  },
  back: 'Back to your report',
  code: {
    body: {
      added:
        'This is a new code for your report. This email address was added only lately, so the old code stays valid, too, until it has been on record for 7 days.',
      taken_back:
        'The change of contact was taken back from this address. The old code is void already, whoever has it. This is a new code for your report.',
    },
    subject: 'Report {{number}}: change taken back, a new code',
    unasked: {
      added: 'You did not ask for a new code? It was sent to this address alone.',
      taken_back: 'Keep this code and give it to nobody: whoever has it can open and change your report.',
    },
  },
  confirm: {
    button: 'Yes, use this address',
    done: 'This email address is now on record for report {{number}}.',
    over: 'This link has been used, its time is over, a later request took its place, or the code of the report was replaced.',
    text: 'News of report {{number}} will be sent to the email address that got this letter.',
    title: 'Use this email address',
  },
  done: 'It is on record now.',
  empty: 'Nothing has been put on record. Fill in at least one field.',
  field: {
    email: 'Email address',
    name: 'Name',
    phone: 'Telephone number',
  },
  history: {
    added: {
      email: 'Email address added {{when}}',
      name: 'Name added {{when}}',
      phone: 'Telephone number added {{when}}',
    },
    changed: {
      email: 'Email address changed {{when}}',
      name: 'Name changed {{when}}',
      phone: 'Telephone number changed {{when}}',
    },
    none: 'Never changed so far.',
    recorded: {
      email: 'Email address put on record {{when}}',
      name: 'Name put on record {{when}}',
      phone: 'Telephone number put on record {{when}}',
    },
    taken_back: '{{what}}, then taken back',
    title: 'Changes of contact',
    waiting: 'A new email address waits for the link in its letter to be opened, until {{when}}',
  },
  intro:
    'What is on record is shown only in part. Fill in what you want to change or add; what is left empty stays as it is.',
  letter: {
    added: {
      email: 'Email address: added',
      name: 'Name: added',
      phone: 'Telephone number: added',
    },
    asked: {
      email:
        'Email address: a change was asked for, and counts once the link in the letter to the new address is opened',
      name: 'Name: a change was asked for',
      phone: 'Telephone number: a change was asked for',
    },
    code: {
      added:
        'With that button what was added is removed, what still waits is not used, the present code is void, and we send a new code to this address.',
      asked:
        'With that button the new address is not used, the present code is void, and we send a new code to this address.',
      done: 'With that button all that is named above is put back as it was, what still waits is not used, the present code is void, and we send a new code to this address.',
    },
    confirm:
      'Somebody, perhaps you, wants news of report {{number}} to be sent to this address. Open this link and press the button within 48 hours:',
    confirmSubject: 'Report {{number}}: use this email address?',
    done: {
      email: 'Email address: changed, news is no longer sent to this address',
      name: 'Name: changed',
      phone: 'Telephone number: changed',
    },
    ignore: 'If it was not you, ignore this letter. This address is not put on record.',
    lead: {
      added: 'Somebody who has the code of report {{number}} has added a contact that was not on record:',
      asked:
        'Somebody who has the code of report {{number}} asked for its email address to be changed. The old one is still in use:',
      done: 'Somebody who has the code of report {{number}} has changed what is on record:',
    },
    mine: 'If it was you, there is nothing to do.',
    notMine: 'Not you? Open this link and press the button within 7 days:',
    removed:
      'This address is no longer on record for report {{number}}: the change was taken back by the address before it. News of that report is no longer sent here.',
    removedMine: 'If the report belongs to both of you, talk to whoever has the old address.',
    removedSubject: 'Report {{number}}: change taken back by the old address',
    subject: {
      added: 'Report {{number}}: contact added',
      asked: 'Report {{number}}: change of email address asked for',
      done: 'Report {{number}}: contact changed',
    },
  },
  link: 'Change or add name and contact',
  noLetters: 'This site is not connected to a mail server yet, so the email address cannot be changed.',
  now: 'On record: {{value}}',
  nothing: 'Nothing is on record.',
  sent: 'We have sent a letter to the new address. It is used once you have opened its link and pressed the button, within 48 hours. The old address, if there is one, is told as well.',
  sentNothing:
    'No letter? Look in the spam folder. An address that has not proved itself gets at most two letters a day and three a week. The address may be mistyped, or you once stopped all letters to it: then press the link to the settings in an old letter of ours there, and ask again.',
  submit: 'Save the changes',
  takeBack: {
    button: 'It was not me, take it back',
    done: 'It has been taken back for report {{number}}. The code used until now is void; a new one is sent to this email address.',
    over: 'This link has been used, or is older than 7 days. If something is still wrong, ask for a new code or talk to an officer.',
    text: 'All changes of contact on report {{number}} that your address was told of, and everything changed since, are taken back. The present code becomes void, and a new one is sent to your address.',
    title: 'Take back a change of contact',
    undone: {
      added: {
        email: 'Email address: the one that was added is removed',
        name: 'Name: the one that was added is removed',
        phone: 'Telephone number: the one that was added is removed',
      },
      asked: {
        email: 'Email address: the one asked for is not used',
        name: 'Name: the one asked for is not used',
        phone: 'Telephone number: the one asked for is not used',
      },
      done: {
        email: 'Email address: the old one is on record again',
        name: 'Name: the old one is on record again',
        phone: 'Telephone number: the old one is on record again',
      },
      own: 'Was one of them your own change? Come in with the new code and make it once more.',
    },
  },
  title: 'Your name and contact',
  told: 'Every change is told to the email address on record: the first at once, what follows on that day in one letter. From there it can be taken back for 7 days.',
  tooMany: 'It has been changed five times today. Try again tomorrow.',
} satisfies TranslationOf<typeof shape>;
