import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { contact as shape } from '../id/contact.ts';

export const contact = {
  added: {
    button: 'It was not me, remove that address',
    removed: 'The email address that was added lately has been removed, and the code that was sent there is void.',
    text: 'An email address was added {{when}}. For 7 days that address can be removed here. Remove it if it was not you who added it: then somebody else has your code.',
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
  disowned:
    'The email address once given for this report was removed {{when}}: its owner says that the report is not theirs. No more letters go there.',
  disownedLink: 'Check your email address',
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
        'If the report is yours, fill in its code there: what was added is removed, what still waits is not used, the present code is void, and we send a new code to this address. If the report is not yours, the second button there is enough, and we write to you about that report no more.',
      asked:
        'If the report is yours, fill in its code there: the new address is not used, the present code is void, and we send a new code to this address. If the report is not yours, the second button there is enough, and we write to you about that report no more.',
      done: 'If the report is yours, fill in its code there: all that is named above is put back as it was, what still waits is not used, the present code is void, and we send a new code to this address. If the report is not yours, the second button there is enough, and we write to you about that report no more.',
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
    notMine:
      'It was not you who changed it, or you never made that report? Open this link within 7 days and choose what holds for you:',
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
  lost: 'Cannot be opened any more: the key it was sealed with is lost.',
  nothing: 'Nothing is on record.',
  sent: 'We have sent a letter to the new address. It is used once you have opened its link and pressed the button, within 48 hours. The old address, if there is one, is told as well.',
  sentNothing:
    'No letter? Look in the spam folder. An address that has not proved itself gets at most two letters a day and three a week. The address may be mistyped, or you once stopped all letters to it: then press the link to the settings in an old letter of ours there, and ask again.',
  submit: 'Save the changes',
  takeBack: {
    button: 'Take the change back',
    closed:
      'Too many wrong codes were tried from this letter. The change can no longer be taken back here: talk to an officer.',
    disowned:
      'It is noted. Your address is no longer on record for report {{number}}, and we send no letters about that report there any more.',
    done: 'It has been taken back for report {{number}}. The code used until now is void; a new one is sent to this email address.',
    lead: 'The contact of report {{number}} was changed, or asked to be changed, by somebody who has its code. Choose what holds for you.',
    mine: 'The report is mine, this change is not',
    noCode:
      'Somebody else had your code replaced? The old one, which you got when you reported, is still known here. You lost your code? Talk to an officer.',
    notMine: 'The report is not mine',
    notMineButton: 'Not my report, remove this address',
    notMineText:
      'Somebody wrote your address on their report, perhaps by mistake. Press this button, no code is needed: your address is removed from that report and gets no more letters about it. The report itself does not change.',
    over: 'This link has been used, or is older than 7 days. If something is still wrong, ask for a new code or talk to an officer.',
    text: 'Fill in the code of your report. All changes of contact that your address was told of, and everything changed since, are taken back. The present code becomes void, and a new one is sent to your address.',
    title: 'A change of contact on a report',
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
    wrong: 'That is not a code of this report. Check the digits one by one. The old code will do, too.',
  },
  title: 'Your name and contact',
  told: 'Every change is told to the email address on record: the first at once, what follows on that day in one letter. From there, with the code of your report, it can be taken back for 7 days.',
  tooMany: 'It has been changed five times today. Try again tomorrow.',
  waiting: 'waiting: {{value}}',
} satisfies TranslationOf<typeof shape>;
