import type { SendMailOptions } from 'nodemailer';

import type { Mail } from '../../platform/mail/mail.ts';

/** The same letter for the wire and for the outbox. */
export function letterOf(mail: Mail, from: string): SendMailOptions {
  const { to, fromName, subject, text, messageId, date, unsubscribeUrl } = mail;
  return {
    from: fromName === undefined ? from : { name: fromName, address: addressIn(from) },
    to: { name: '', address: to },
    subject,
    text,
    date,
    messageId,
    // RFC 3834: out-of-office programs do not answer what says it was written by one.
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(unsubscribeUrl) },
  };
}

/** Of `Laksa <laksa@example.go.id>`. */
const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;

/** RFC 2369 and RFC 8058. The address is given as it is: folded or encoded, mail programs would not find it. */
const unsubscribeHeaders = (url: string | undefined): Record<string, string | { prepared: true; value: string }> =>
  url === undefined
    ? {}
    : {
        'List-Unsubscribe': { prepared: true, value: `<${url}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      };
