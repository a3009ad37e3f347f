import type { FastifyInstance, FastifyRequest } from 'fastify';

import { languages, parseLanguage, type Language } from '../i18n/language.ts';
import { isHttps } from './tenant.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The language to answer in. Known even where a request failed before its handler. */
    readonly language: Language;
  }
}

const cookieName = 'lang';
const yearInSeconds = 365 * 24 * 60 * 60;

/** Gives each request its language and remembers a choice made in the address (`?lang=en`). */
export const chooseLanguages = (server: FastifyInstance): void => {
  server.decorateRequest('language', {
    getter() {
      return parseLanguage(this.cookies?.[cookieName], askedFor(this), this.headers['accept-language']);
    },
  });
  server.addHook('onRequest', async (request, reply) => {
    const chosen = languages.find((language) => language === askedFor(request));
    if (chosen === undefined || chosen === request.cookies[cookieName]) return;
    const secure = request.tenant !== undefined && isHttps(request.tenant);
    reply.setCookie(cookieName, chosen, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: yearInSeconds });
  });
};

/** From the address itself: a route's own schema may leave out of `query` what it does not know. */
const askedFor = ({ raw }: FastifyRequest): string | undefined => {
  const [, query] = (raw.url ?? '').split('?', 2);
  return query === undefined ? undefined : (new URLSearchParams(query).get('lang') ?? undefined);
};
