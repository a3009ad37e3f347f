import { setTimeout as pause } from 'node:timers/promises';

import { TOTP } from 'otpauth';

import type { DemoLogin } from '../src/commands/demo/demo-logins.ts';
import { formFor, visit, type Visitor } from './visitor.ts';

const periodMs = 30_000;
const lastStepOf = new Map<string, number>();

/** So long before it ends a code may be late by the time it is typed. */
const safeMs = 10_000;

/**
 * The digits an authenticator shows at this moment, or showed just now, or will show next: all three are taken, each once. Waits where they were used up.
 */
export const codeOf = async (login: DemoLogin): Promise<string> => {
  const oldest = Math.floor((Date.now() + safeMs) / periodMs) - 1;
  const step = Math.max(oldest, (lastStepOf.get(login.login) ?? 0) + 1);
  lastStepOf.set(login.login, step);
  await pause(Math.max(0, (step - 1) * periodMs - Date.now()));
  return new TOTP({ secret: login.totp ?? '', digits: 6, period: 30 }).generate({ timestamp: step * periodMs });
};

export const loginOf = (
  logins: readonly DemoLogin[],
  wanted: { readonly role: string; readonly agency?: string },
): DemoLogin => {
  const login = logins.find(
    ({ role, agency }) => role === wanted.role && (wanted.agency === undefined || agency === wanted.agency),
  );
  if (login === undefined) throw new Error(`no sign-in for ${JSON.stringify(wanted)}`);
  return login;
};

/** Signs in with password and code, through the pages. */
export const signIn = async (origin: string, login: DemoLogin): Promise<Visitor> => {
  const visitor = visit(origin);
  const asked = await visitor.get('/petugas/masuk');
  const second = await visitor.send(formFor(asked, '/petugas/masuk'), { login: login.login, password: login.password });
  const home = await visitor.send(formFor(second, '/petugas/masuk/kode'), { code: await codeOf(login) });
  if (home.status !== 200 || home.path.startsWith('/petugas/masuk'))
    throw new Error(`${login.post} could not sign in: ${home.status} at ${home.path}`);
  return visitor;
};
