import { join } from 'node:path';

import { tryMailServer } from '../../adapters/smtp/mailer.ts';
import { error, ok, warning, type Check, type Finding } from './check.ts';

export const mailChecks: readonly Check[] = [
  {
    name: 'mail',
    look: async ({ config }) =>
      config.smtpUrl === undefined
        ? warning('no SMTP_URL', `messages lie in ${join(config.dataDir, 'outbox')} and are sent to nobody`)
        : lookAtMail(config.smtpUrl),
  },
];

const patienceMs = 5_000;

/** Connects and signs in, and sends nothing. */
export const lookAtMail = async (smtpUrl: string): Promise<readonly Finding[]> => {
  try {
    await tryMailServer(smtpUrl, patienceMs);
    return ok('the mail server lets us in');
  } catch (reason) {
    return error(
      reason instanceof Error ? reason.message : String(reason),
      'see SMTP_URL: host, port, user, password, and smtps: or smtp:',
    );
  }
};
