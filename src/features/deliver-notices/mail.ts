/** One letter in plain text, as the one who sends it needs it. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for each try of the same letter. */
  readonly messageId: string;
  readonly date: Date;
  readonly tenantSlug: string;
  /** Names the letter in an outbox folder; a repeat has the same name. */
  readonly fileName: string;
};

/** Resolves when the letter is taken. Rejects when it is not, with `isPermanent: true` where no other try can succeed. */
export type SendMail = (mail: Mail) => Promise<void>;

/** Whether the address or the letter was refused for good. */
export const isRefusedForGood = (error: unknown): error is Error =>
  error instanceof Error && 'isPermanent' in error && error.isPermanent === true;

/** `20261121T030405Z`: sorts by time, and fits into a file name. */
export const basicTime = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** A Message-ID at the city's own address. */
export const messageIdAt = (origin: string, name: string): string => `${name}@${new URL(origin).hostname}`;
