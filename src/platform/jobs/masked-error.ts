/** As long as an address may be (RFC 5321): without a bound each sign of a long text would be read again for every one before it. */
const email = /[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,255}/g;
/** Seven digits and more, written together or apart: telephone and identity numbers, and report numbers, which the ids name anyway. */
const longNumber = /\+?\d(?:[\s().-]?\d){6,}/g;
const uuid = /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/gi;

/**
 * The same error, fit to be kept in the job's row and in the log: a mail server likes to repeat the address it refuses. The frames stay, the
 * cause does not (its words are not masked).
 */
export function maskedError(error: unknown): Error {
  const words = error instanceof Error ? error.message : String(error);
  const masked = new Error(mask(words) || 'an error without words');
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  masked.stack = [`Error: ${masked.message}`, ...frames].join('\n');
  return masked;
}

function mask(words: string): string {
  const parts = words
    .split(uuid)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(email, '[address]').replace(longNumber, '[number]')));
  return parts.join('').slice(0, 500);
}
