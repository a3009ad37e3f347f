import type { SendMailOptions } from 'nodemailer';

import type { Mail } from '../../platform/mail/mail.ts';

/** The same letter for the wire and for the outbox. */
export function letterOf({ to, subject, text, messageId, date }: Mail, from: string): SendMailOptions {
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    date,
    messageId,
    // RFC 3834: out-of-office programs do not answer what says it was written by one.
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
