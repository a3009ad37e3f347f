import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { follow as shape } from '../id/follow.ts';

export const follow = {
  asked: {
    spam: 'Nothing there? Look in the spam folder. If it still does not come, try again tomorrow.',
    text: 'If the address is right, we have sent one letter there. Open the link in it within 48 hours to start following. Without that there is no other letter, and we delete the address.',
    title: 'Look in your inbox',
  },
  confirm: {
    button: 'Yes, follow this report',
    over: 'This link has been used, is older than 48 hours, or the report is no longer shown. To follow, enter your email address on the page of the report.',
    text: 'We send a letter to your email address whenever there is a new step on report {{number}}. Each letter carries a link to stop.',
    title: 'Follow report {{number}}',
  },
  done: {
    text: 'We send news of this report to your email address. Your voice is counted among its supporters. Each letter carries a link to stop.',
    title: 'You follow this report',
  },
  email: 'Your email address',
  emailHint: 'Used only for news of this report. Shown to nobody, not to the reporter either.',
  intro:
    'Is it your problem, too? We send a letter whenever there is a new step: who works on it, until when, and the answer.',
  letter: {
    body: 'Somebody, perhaps you, wants to get news of report {{number}} at this address.',
    confirm: 'If it was you, open this link and press the button within 48 hours:',
    ignore: 'If it was not you, ignore this letter. We send no other, and delete this address.',
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
