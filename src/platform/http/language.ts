import type { FastifyInstance } from 'fastify';

import { languages, type Language } from '../i18n/language.ts';
import { askedFor, languageCookie, languageOf } from './asked-language.ts';
import { isHttps } from './tenant.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The language to answer in. Known even where a request failed before its handler. */
    readonly language: Language;
  }
}

const yearInSeconds = 365 * 24 * 60 * 60;

/** Gives each request its language and remembers a choice made in the address (`?lang=en`). */
export const chooseLanguages = (server: FastifyInstance): void => {
  server.decorateRequest('language', {
    getter() {
      return languageOf(this);
    },
  });
  server.addHook('onRequest', async (request, reply) => {
    const chosen = languages.find((language) => language === askedFor(request));
    if (chosen === undefined || chosen === request.cookies[languageCookie]) return;
    const secure = request.tenant !== undefined && isHttps(request.tenant);
    reply.setCookie(languageCookie, chosen, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: yearInSeconds,
    });
  });
};
