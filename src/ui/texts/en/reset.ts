import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { reset as shape } from '../id/reset.ts';

export const reset = {
  asked: {
    text: 'If that login exists and has a mail address, a letter with a link is on its way there. The link is good for an hour.',
    noLetter:
      'No letter? Look into the spam folder. A login without a mail address, or telephone and password lost together: turn to the administrator of your office.',
    title: 'Look into your mail',
  },
  both: { title: 'Set up your account anew' },
  done: 'Saved. All your sessions were ended: sign in again.',
  forgot: {
    hint: 'We send a link for a new password to your mail address. The code of the authenticator app is still asked for when you sign in.',
    link: 'Password forgotten?',
    login: 'Login or mail address',
    missing: 'Type your login.',
    submit: 'Send a link',
    title: 'Password forgotten',
    tooMany: 'Asked for too often from this network. Try again in an hour.',
  },
  letter: {
    ignore: 'It was not you who asked? Ignore this letter: your password stays as it is.',
    open: {
      password: 'Open this link to set a new password. It is good for an hour, and once:',
      second_factor:
        'Have your password and your telephone at hand, then open this link to connect an authenticator app. It is good for seven days, and once:',
    },
    subject: {
      password: 'A new password for {{city}}',
      second_factor: 'Your authenticator app was taken off at {{city}}',
    },
    told: {
      password: 'Somebody asked for a new password for your officer’s account, {{login}}.',
      second_factor:
        '{{name}} took the authenticator app off your officer’s account, {{login}}. All your sessions were ended. If you did not ask for it, turn to the administrator of your office at once.',
    },
  },
  over: 'This link was used, replaced by a newer one, or has run out. Ask for a new one on the sign-in page, or turn to the administrator of your office.',
  password: { save: 'Save the password', title: 'New password' },
  second_factor: { title: 'New authenticator app' },
  whose: 'Account: {{login}}',
} satisfies TranslationOf<typeof shape>;
