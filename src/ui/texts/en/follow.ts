import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { follow as shape } from '../id/follow.ts';

export const follow = {
  address: {
    resume: 'Send letters to this address again',
    resumed: 'Letters to this address are sent again when asked for.',
    stop: 'Stop all letters to this address',
    stopped: 'No more letters of this city to this address. The same link starts them again.',
    text: 'This holds for all letters of this city to the address that got this letter, whoever typed it. Only what protects your own report is still sent, if this address was ever used to open a code or press a confirming button in a letter of ours: a warning when its contact is changed, and a new code asked for with its number and contact.',
    title: 'All letters to this address',
  },
  again: {
    body: 'Somebody, perhaps you, asked for letters from {{city}} to be sent to this address again. This address once stopped all our letters.',
    ignore: 'If it was not you, ignore this letter: no other is sent, and of this kind at most one in 7 days.',
    intro:
      'You once stopped all letters to your address, and have no old letter of ours any more? To such an address we send one letter that asks whether you want letters again, at most one in 7 days. Press the button on the page that it opens, then ask to follow this report once more.',
    link: 'Ask for one letter to have letters again',
    resume: 'If it was you, open this link and press “Send letters to this address again”:',
    send: 'Send one letter',
    subject: 'Letters from {{city}} again?',
  },
  asked: {
    spam: 'Nothing there? Look in the spam folder, and at our earlier letters. A letter may not have been sent: there is one a report within 48 hours, at most two a day from one network to one address, and at most three a week as long as their links are not opened, also if somebody else asked for them.',
    stopped:
      'No letter is sent to an address that stopped all our letters. To have them again, press the link at the end of any letter of ours to that address, then ask to follow once more. No letter of ours left?',
    stoppedTitle: 'You once stopped all letters?',
    text: 'If the address is right, we have sent one letter there. Open the link in it within 48 hours to start following. Without that no news is sent, and we delete the address.',
    title: 'Look in your inbox',
  },
  confirm: {
    button: 'Yes, follow this report',
    over: 'This link has been used, is older than 48 hours, or the report is no longer shown. To follow, enter your email address on the page of the report.',
    text: 'We send a letter to your email address whenever there is a new step on report {{number}}. Each letter carries a link to stop.',
    title: 'Follow report {{number}}',
  },
  done: {
    text: 'We send news of this report to your email address. You are counted as well. Each letter carries a link to stop.',
    title: 'You follow this report',
  },
  email: 'Your email address',
  emailHint: 'Used only for news of this report. Shown to nobody, not to the reporter either.',
  intro:
    'Is it your problem, too? We send a letter whenever there is a new step: who works on it, until when, and the answer.',
  letter: {
    body: 'Somebody, perhaps you, wants to get news of report {{number}} at this address.',
    confirm: 'If it was you, open this link and press the button within 48 hours:',
    ignore:
      'If it was not you, ignore this letter. Unless that button is pressed no news is sent, and we delete this address after 48 hours.',
    stop: 'No letters from us at all, whoever typed this address? Open this link and press the button:',
    subject: 'Follow report {{number}}?',
  },
  link: 'Follow this report',
  noLetters:
    'This site is not connected to a mail server yet, so reports cannot be followed by email. Your address is not asked for.',
  open: 'See the report',
  send: 'Send a link to my email',
  stop: {
    again: 'Follow this report again',
    button: 'Stop following',
    done: 'You no longer follow report {{number}}, and no more letters about it are sent.',
    forgotten: 'If you follow no other report, we have deleted your email address.',
    text: 'You will get no more letters about report {{number}}.',
    title: 'Stop following a report',
    unknown: 'This link is not known. Make sure the whole link from the letter was copied.',
  },
} satisfies TranslationOf<typeof shape>;
