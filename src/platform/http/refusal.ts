import type { FastifyReply } from 'fastify';

const kinds = new WeakMap<FastifyReply, string>();

/** Remembers why a request was shed or put off: a word of our own, for whoever counts. */
export const noteRefusal = (reply: FastifyReply, kind: string): void => void kinds.set(reply, kind);

/** Of an answer 429 or 503; a page that says it in its own way is a `page`. Undefined for every other answer. */
export const refusalOf = (reply: FastifyReply): string | undefined =>
  reply.statusCode === 429 || reply.statusCode === 503 ? (kinds.get(reply) ?? 'page') : undefined;
