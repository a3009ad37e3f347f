import type { Answer, HttpClient } from './http-client.ts';
import { multipartOf, type FormData } from './multipart.ts';
import { untilAnswered } from './retry.ts';

/** What a citizen holds in the hand after filing. */
export type Slip = { readonly number: string; readonly claimCode: string };

/** The service answered, and not as a form is answered. */
export class NotFiled extends Error {
  override readonly name = 'NotFiled';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Files a report through the form at /lapor and reads number and code off the page that follows. The nonce makes it safe to ask again: an answer that
 * was lost is asked for until it is there.
 */
export const fileReport = async (
  http: HttpClient,
  fields: FormData & { readonly nonce: string },
  onRetry?: () => void,
): Promise<Slip> => {
  const form = multipartOf(fields);
  const posted = await untilAnswered(() => http.send({ method: 'POST', path: '/lapor', ...form }), onRetry);
  const shownAt = posted.headers.location;
  if (posted.status !== 303 || shownAt === undefined)
    throw new NotFiled(posted.status, `/lapor answered ${posted.status}${whatWasWrong(posted)}`);
  const shown = await untilAnswered(() => http.send({ path: shownAt }), onRetry);
  return slipOn(shown);
};

/** Reads the slip off the page after filing. */
export const slipOn = (page: Answer): Slip => {
  const number = /data-number="(\d{10})"/.exec(page.body)?.[1];
  const claimCode = /data-claim-code="(\d{8})"/.exec(page.body)?.[1];
  if (number === undefined || claimCode === undefined)
    throw new NotFiled(
      page.status,
      `the page after filing (${page.status}) shows no ${number === undefined ? 'number' : 'code'}`,
    );
  return { number, claimCode };
};

/** The error summary names fields, never what was typed in them. */
const whatWasWrong = ({ body }: Answer): string => {
  const fields = [...body.matchAll(/href="#([a-z_]+)"/g)].map(([, field]) => field).filter((field) => field !== 'isi');
  return fields.length === 0 ? '' : ` (${[...new Set(fields)].join(', ')})`;
};
