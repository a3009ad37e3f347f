import type { FastifyReply } from 'fastify';

import { isUuid } from '../../platform/db/uuid7.ts';
import { isHttps } from '../../platform/http/tenant.ts';

const cookieName = 'tanda_isi';
const yearSeconds = 365 * 24 * 60 * 60;

/** A number of its own for each browser and each report, so that a voice counts once; another report's pages never see it. */
export const flagDevice = (reply: FastifyReply, number: string): string => {
  const { cookies, tenant } = reply.request;
  const before = cookies[cookieName] ?? '';
  const device = isUuid(before) ? before : crypto.randomUUID();
  const settings = {
    path: `/laporan/${number}/laporkan`,
    httpOnly: true,
    sameSite: 'lax',
    maxAge: yearSeconds,
  } as const;
  void reply.setCookie(cookieName, device, { ...settings, secure: isHttps(tenant) });
  return device;
};
