import type { FastifyReply } from 'fastify';

import { isUuid } from '../db/uuid7.ts';
import { isHttps } from './tenant.ts';

const yearSeconds = 365 * 24 * 60 * 60;

/** A number of its own for each browser, which says nothing of anybody, so that a voice counts once. Pages outside of `path` never see it. */
export const deviceOf = (
  reply: FastifyReply,
  { name, path }: { readonly name: string; readonly path: string },
): string => {
  const { cookies, tenant } = reply.request;
  const before = cookies[name] ?? '';
  const device = isUuid(before) ? before : crypto.randomUUID();
  const settings = { path, httpOnly: true, sameSite: 'lax', maxAge: yearSeconds } as const;
  void reply.setCookie(name, device, { ...settings, secure: isHttps(tenant) });
  return device;
};
