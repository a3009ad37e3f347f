import type { FastifyRequest } from 'fastify';

import { parseLanguage, type Language } from '../i18n/language.ts';

/** Remembers a choice made in the address. */
export const languageCookie = 'lang';

/** In which language to answer; also for a request that no hook has seen, and which has neither cookies nor query. */
export const languageOf = (request: FastifyRequest): Language =>
  parseLanguage(request.cookies?.[languageCookie], askedFor(request), request.headers['accept-language']);

/** From the address itself: a route's own schema may leave out of `query` what it does not know. */
export const askedFor = ({ raw }: FastifyRequest): string | undefined => {
  const [, query] = (raw.url ?? '').split('?', 2);
  return query === undefined ? undefined : (new URLSearchParams(query).get('lang') ?? undefined);
};
