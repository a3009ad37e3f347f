import type { FastifyReply, FastifyRequest } from 'fastify';

import { isHttps } from '../../platform/http/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { openPass, sealPass } from '../../store/sealed-pass.ts';
import { keysPath } from './means.ts';

const name = 'kunci_baru';
const keptSeconds = 120;

type Keys = Pick<Installation, 'keyring' | 'clock'>;

/** A key on its way to the one page that shows it: sealed in the browser of whoever made it, for no key is kept here. */
export const carryKey = ({ keyring, clock }: Keys, reply: FastifyReply, key: string): void => {
  const { tenant } = reply.request;
  const until = new Date(clock.now().getTime() + keptSeconds * 1000);
  const pass = sealPass({ keyring, kind: 'api_key', tenantId: tenant.id }, { key }, until);
  const settings = { path: keysPath, httpOnly: true, sameSite: 'lax', secure: isHttps(tenant) } as const;
  void reply.setCookie(name, pass, { ...settings, maxAge: keptSeconds });
};

/** The key that was just made, this once; null: none was. */
export const takeKey = ({ keyring, clock }: Keys, request: FastifyRequest, reply: FastifyReply): string | null => {
  const pass = request.cookies[name];
  if (pass === undefined) return null;
  void reply.clearCookie(name, { path: keysPath });
  const holder = { keyring, kind: 'api_key', tenantId: request.tenant.id } as const;
  return openPass(holder, pass, clock.now(), (content) =>
    'key' in content && typeof content.key === 'string' ? content.key : null,
  );
};
