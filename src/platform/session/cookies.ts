import type { IncomingHttpHeaders } from 'node:http';

import { signedAnew, type SessionSecrets } from './secrets.ts';

/** Who knocks: the headers of the request, and the origin of the site, which says whether cookies may travel by http. */
export type Caller = { readonly headers: IncomingHttpHeaders; readonly origin: string };

/** Of a request, where the city has been found. */
export const callerOf = (request: {
  readonly headers: IncomingHttpHeaders;
  readonly tenant: { readonly origin: string };
}): Caller => ({ headers: request.headers, origin: request.tenant.origin });

/** A `Cookie` header with the named cookies alone, so that what one step left behind cannot steer another. */
const onlyCookies = (header: string | undefined, names: readonly string[]): Headers => {
  const kept = (header ?? '').split(';').filter((pair) => names.includes(pair.split('=', 1)[0]?.trim() ?? ''));
  return kept.length === 0 ? new Headers() : new Headers({ cookie: kept.map((pair) => pair.trim()).join('; ') });
};

/** What better-auth is shown of a request: the named cookies, the browser, and at which address of ours it stands. */
export const shownOf = async (
  { secrets }: { readonly secrets: SessionSecrets },
  { headers, origin }: Caller,
  cookies: readonly string[],
): Promise<Headers> => {
  const shown = await signedAnew(onlyCookies(headers.cookie, cookies), secrets);
  shown.set('origin', origin);
  shown.set('user-agent', headers['user-agent'] ?? '');
  return shown;
};

/** The `Cookie` header a browser would send after these `Set-Cookie`. */
export const cookiesSet = (headers: Headers): Headers =>
  new Headers({
    cookie: headers
      .getSetCookie()
      .map((cookie) => cookie.split(';', 1)[0])
      .join('; '),
  });
