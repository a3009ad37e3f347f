import { TOTP } from 'otpauth';

import type { DemoLogin } from '../src/commands/demo/demo-logins.ts';
import { formFor, visit, type Visitor } from './visitor.ts';

/** The digits an authenticator shows at this moment. */
export const codeOf = (login: DemoLogin): string =>
  new TOTP({ secret: login.totp ?? '', digits: 6, period: 30 }).generate();

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
  const home = await visitor.send(formFor(second, '/petugas/masuk/kode'), { code: codeOf(login) });
  if (home.status !== 200 || home.path.startsWith('/petugas/masuk'))
    throw new Error(`${login.post} could not sign in: ${home.status} at ${home.path}`);
  return visitor;
};
