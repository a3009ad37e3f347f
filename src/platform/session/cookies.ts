/** A `Cookie` header with the named cookies alone, so that what one step left behind cannot steer another. */
export const onlyCookies = (header: string | undefined, names: readonly string[]): Headers => {
  const kept = (header ?? '').split(';').filter((pair) => names.includes(pair.split('=', 1)[0]?.trim() ?? ''));
  return kept.length === 0 ? new Headers() : new Headers({ cookie: kept.map((pair) => pair.trim()).join('; ') });
};

/** The `Cookie` header a browser would send after these `Set-Cookie`. */
export const cookiesSet = (headers: Headers): Headers =>
  new Headers({
    cookie: headers
      .getSetCookie()
      .map((cookie) => cookie.split(';', 1)[0])
      .join('; '),
  });
