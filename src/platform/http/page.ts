import type { FastifyReply } from 'fastify';

/** Sends a finished HTML document. `Vary` because the same address answers in the visitor's language. */
export const sendPage = (reply: FastifyReply, html: string, status = 200): FastifyReply =>
  reply.code(status).header('vary', 'accept-language, cookie').type('text/html; charset=utf-8').send(html);

/**
 * The answer to a form that did what was asked: 303, so that reloading shows the page and does not send the form again.
 * Throws on anything but a path of our own, so that no parameter can lead a visitor away.
 */
export const seeOther = (reply: FastifyReply, path: string): FastifyReply => {
  if (!isOwnPath(path)) throw new Error('a redirect may lead only to a path of this site');
  return reply.redirect(path, 303);
};

/** A path from outside (`?next=`), if it stays on this site, else the fallback. */
export const ownPathOr = (path: string | undefined, fallback: string): string =>
  path !== undefined && isOwnPath(path) ? path : fallback;

/** Browsers read `//host` and `/\host` as another site, and drop tabs and newlines before they look. */
const isOwnPath = (path: string): boolean => /^\/(?![/\\])[\x21-\x7e]*$/.test(path);
