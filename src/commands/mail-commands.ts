import { join } from 'node:path';

import { createMailer } from '../adapters/smtp/mailer.ts';
import { ConfigError, type Config } from '../config.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { uuid7 } from '../platform/db/uuid7.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { mailOf } from './mail-of.ts';

export const mailCommands: readonly Command[] = [
  {
    name: 'mail test',
    usage: 'mail test --to ADDRESS',
    summary: 'sends one letter by SMTP_URL, to see that letters arrive',
    run: sendTest,
  },
];

async function sendTest(config: Config, args: readonly string[]): Promise<void> {
  const to = mailOf(readOptions(args, { required: ['to'] }).to);
  if (to === null) throw new ConfigError('--to takes a mail address such as nama@example.go.id');
  const { smtpUrl, mailFrom: from, dataDir } = config;
  if (smtpUrl === undefined) throw new ConfigError('there is no SMTP_URL: letters lie in the outbox, and none leaves');
  const date = systemClock.now();
  const name = `uji-${uuid7(date)}`;
  await createMailer({ smtpUrl, from, outboxDir: join(dataDir, 'outbox') })({
    to,
    subject: 'Surat percobaan / Test letter',
    text: 'Surat ini percobaan dari Laksa. Tidak ada yang perlu dilakukan.\n\nThis is a test letter of Laksa. There is nothing to do.\n',
    messageId: `${name}@laksa.invalid`,
    date,
    tenantSlug: 'uji',
    fileName: name,
  });
  process.stdout.write(`the mail server took a letter to ${to}: look whether it arrives, and not as spam\n`);
}
