import type { TranslationOf } from '../../../platform/i18n/translator.ts';
import type { enrol as shape } from '../id/enrol.ts';

export const enrol = {
  codes: {
    finish: 'I have kept them, finish',
    hint: 'These recovery codes are for the day your telephone is lost or broken. Each is good once. Print them or write them down now: this page cannot be opened again.',
    title: 'Keep your recovery codes',
  },
  factor: {
    code: 'Six digits from the app',
    codeHint: 'They change every 30 seconds.',
    qr: 'QR code for an authenticator app',
    scan: 'Install an authenticator app on your telephone, such as Google Authenticator, Microsoft Authenticator or Aegis. Then scan this code with it.',
    secret: 'It cannot be scanned? Type this key into the app, as one that is based on time:',
    submit: 'Check the digits',
    title: 'Connect an authenticator app',
  },
  newPassword: 'New password',
  newPasswordHint:
    'At least 12 characters. A few words that have nothing to do with each other are easy to keep and hard to guess.',
  password: 'Your password',
  problem: {
    common: 'This password is easy to guess. Choose a few words that have nothing to do with each other.',
    not_repeated: 'Not the same as the password above. Type both once more.',
    personal: 'This password has your name or login in it. Choose another.',
    required: 'Type the password.',
    too_long: 'At most 128 characters.',
    too_short: 'Too short. At least 12 characters.',
    wrong_code: 'The digits do not match. Wait for the next ones in the app and type those.',
    wrong_password: 'The password does not match. Forgotten? Ask for a new one on the sign-in page.',
  },
  repeated: 'Type it once more',
} satisfies TranslationOf<typeof shape>;
