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
  asked: {
    spam: 'Nothing there? Look in the spam folder, and at our earlier letters. A letter may not have been sent: there is one a report within 48 hours, at most two a day from one network to one address, and at most three a week as long as their links are not opened, also if somebody else asked for them. Or you once stopped all letters to this address: then press the link to the settings in an old letter of ours, and ask again.',
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
    button: 'Stop following',
    done: 'You no longer follow report {{number}}, and no more letters about it are sent.',
    forgotten: 'If you follow no other report, we have deleted your email address.',
    text: 'You will get no more letters about report {{number}}.',
    title: 'Stop following a report',
    unknown: 'This link is not known. Make sure the whole link from the letter was copied.',
  },
} satisfies TranslationOf<typeof shape>;
