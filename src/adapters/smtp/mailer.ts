import { createTransport, type NodemailerError } from 'nodemailer';

import { letterOf } from './letter.ts';
import { checkMail, MailError, type SendMail } from '../../platform/mail/mail.ts';
import { createOutbox } from './outbox.ts';

export type MailerOptions = {
  /** `smtps://user:password@host:465` (TLS from the start) or `smtp://host:587` (STARTTLS when offered; `?requireTLS=true` insists). Absent: the outbox. */
  readonly smtpUrl?: string | undefined;
  /** As in a `From` header: `Laksa <laksa@example.go.id>`. */
  readonly from: string;
  readonly outboxDir: string;
  /** How long a silent server is waited for; 20 seconds when absent. */
  readonly timeoutMs?: number;
};

/**
 * The way letters go: through the city's mail server, or into the outbox folder as long as none is named. Letters to the invented people of a
 * demonstration stay in the folder: no server has their addresses.
 */
export function createMailer({ smtpUrl, from, outboxDir, timeoutMs = 20_000 }: MailerOptions): SendMail {
  const keep = createOutbox(from, outboxDir);
  if (smtpUrl === undefined) return keep;
  const send = createSmtp(smtpUrl, from, timeoutMs);
  return (mail) => (isNobodys(mail.to) ? keep(mail) : send(mail));
}

/** Addresses that RFC 6761 section 6.4 promises never to exist. */
const isNobodys = (address: string): boolean => address.toLowerCase().endsWith('.invalid');

const openTransport = (url: string, timeoutMs: number) =>
  createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

/** Connects, says EHLO and signs in, and sends nothing. Rejects with a {@link MailError}. */
export async function tryMailServer(smtpUrl: string, timeoutMs: number): Promise<void> {
  const transport = openTransport(smtpUrl, timeoutMs);
  try {
    await transport.verify();
  } catch (error) {
    throw mailError(error instanceof Error ? error : new Error(String(error)));
  } finally {
    transport.close();
  }
}

function createSmtp(url: string, from: string, timeoutMs: number): SendMail {
  const transport = openTransport(url, timeoutMs);
  return async (mail) => {
    checkMail(mail);
    try {
      await transport.sendMail(letterOf(mail, from));
    } catch (error) {
      throw mailError(error instanceof Error ? error : new Error(String(error)));
    }
  };
}

/** Keeps the code of the answer and drops its words, which mostly repeat the address. */
function mailError({ code, responseCode, permanent, command }: NodemailerError): MailError {
  const isAboutLetter = command === 'RCPT TO' || command === 'DATA';
  const step = command === undefined ? '' : ` to ${command}`;
  const answer =
    responseCode === undefined
      ? `did not take the letter (${code ?? 'no reason given'})`
      : `answered ${responseCode}${step}`;
  // A refused sign-in or sender is no fault of the letter: once the settings are mended it goes.
  return new MailError(`the mail server ${answer}`, permanent === true && isAboutLetter);
}
