/** One letter to one person, in plain text. */
export type Mail = {
  readonly to: string;
  /** Who writes, as it is shown beside the address of the installation; absent: as that is set. */
  readonly fromName?: string | undefined;
  readonly subject: string;
  readonly text: string;
  /** The same for each try of the same letter, with or without angle brackets: mail servers know a repeat by it. */
  readonly messageId: string;
  readonly date: Date;
  readonly tenantSlug: string;
  /** Names the letter in the outbox folder, without `.eml`; a repeat has the same name. */
  readonly fileName: string;
  /**
   * Where whoever got it stops such letters, by a page or by one tap of a mail program (RFC 8058): an address to which anybody may post
   * `List-Unsubscribe=One-Click`. Absent on a letter that was asked for.
   */
  readonly unsubscribeUrl?: string | undefined;
};

/** Resolves when the server has taken the letter, or when it lies safely in the outbox. Rejects with a {@link MailError}. */
export type SendMail = (mail: Mail) => Promise<void>;

/** A letter that did not go. Its words never hold the address. */
export class MailError extends Error {
  override readonly name = 'MailError';
  /** Another try cannot succeed: the address or the letter was refused for good. */
  readonly isPermanent: boolean;

  constructor(words: string, isPermanent: boolean) {
    super(words);
    this.isPermanent = isPermanent;
  }
}

const controlCharacter = /\p{Cc}/u;
/** One mailbox, not a list or a name with a mailbox. Whether it exists only its server knows. */
const mailbox = /^[^\s@<>()[\],;:\\"]{1,64}@[^\s@<>()[\],;:\\"]{1,255}$/;
/** Nothing that could end a header, or the angle brackets around it. */
const webAddress = /^https?:\/\/[\x21-\x3b\x3d\x3f-\x7e]{1,900}$/;
const fileWord = /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/;

/** Throws unless each field is what it says: nothing that a citizen typed can become a header, a second reader or a path. */
export function checkMail({
  to,
  fromName = '',
  subject,
  messageId,
  date,
  tenantSlug,
  fileName,
  unsubscribeUrl,
}: Mail): void {
  if (!mailbox.test(to) || controlCharacter.test(to)) throw new MailError('the receiver is not one mail address', true);
  if (controlCharacter.test(fromName)) throw new MailError('the name of the sender holds a control character', true);
  if (controlCharacter.test(subject))
    throw new MailError('the subject holds a line break or a control character', true);
  if (!/^<?[^\s<>@]+@[^\s<>@]+>?$/.test(messageId))
    throw new MailError('the message id is not of the form unique@domain', true);
  if (unsubscribeUrl !== undefined && !webAddress.test(unsubscribeUrl))
    throw new MailError('the address to unsubscribe at is no web address', true);
  if (Number.isNaN(date.getTime())) throw new MailError('the date of the letter is none', true);
  if (!fileWord.test(tenantSlug) || !fileWord.test(fileName))
    throw new MailError('a letter in the outbox is named by letters, digits, "." and "-"', true);
}
