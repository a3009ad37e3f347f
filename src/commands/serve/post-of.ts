import { join } from 'node:path';

import { createMailer } from '../../adapters/smtp/mailer.ts';
import type { Config } from '../../config.ts';
import type { SendMail } from '../../platform/mail/mail.ts';

/** The way letters go from this installation. */
export const postOf = ({ smtpUrl, mailFrom, dataDir }: Config): SendMail =>
  createMailer({ smtpUrl, from: mailFrom, outboxDir: join(dataDir, 'outbox') });
