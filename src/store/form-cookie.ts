import type { FastifyReply, FastifyRequest } from 'fastify';

import { isUuid } from '../platform/db/uuid7.ts';
import { isHttps } from '../platform/http/tenant.ts';
import type { Installation } from './installation.ts';
import { formStage } from './photo-stage.ts';
import { stagedPhotos } from './staged-photos.ts';

const name = 'formulir';
/** As long as pictures wait for their form. */
const keptSeconds = 24 * 60 * 60;

/** Which form this browser is in the middle of: a lost page, or one left and come back to, finds the pictures that were sent in under it. */
export const rememberForm = (reply: FastifyReply, nonce: string): void => {
  const settings = { path: '/lapor', httpOnly: true, sameSite: 'lax', maxAge: keptSeconds } as const;
  if (isUuid(nonce)) void reply.setCookie(name, nonce, { ...settings, secure: isHttps(reply.request.tenant) });
};

/** Whether it may be in the middle of one: who comes for the first time is not looked up. */
export const hasBegun = ({ cookies }: FastifyRequest): boolean => cookies[name] !== undefined;

/** Its nonce; null when none was begun, or nothing waits under it any more. */
export const rememberedForm = async (
  laksa: Installation,
  { tenant, cookies }: FastifyRequest,
): Promise<string | null> => {
  const nonce = cookies[name] ?? '';
  if (!isUuid(nonce)) return null;
  const waiting = await stagedPhotos(laksa, formStage(laksa.keyring, tenant.id, nonce));
  return waiting.length > 0 ? nonce : null;
};
