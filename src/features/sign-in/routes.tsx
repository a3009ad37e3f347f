import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import { readForm } from '../../platform/http/form.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { ownPathOr, seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { isHttps } from '../../platform/http/tenant.ts';
import { callerOf } from '../../platform/session/cookies.ts';
import { mayHavePasskeys } from '../../platform/session/passkeys.ts';
import { staff, staffOf } from '../../store/identity.ts';
import { renderDocument } from '../../ui/render.ts';
import { admit } from './admit.ts';
import { codePath, homePath, noPostPath, postCookie, signInPath, type SignInMeans } from './means.ts';
import { NoPostPage } from './no-post.view.tsx';
import { SignInPage, type SignInProps } from './sign-in.view.tsx';
import { passkeyRoutes } from './passkey-routes.ts';
import { secondFactorRoutes } from './second-factor-routes.tsx';
import { tryCode } from './try-code.ts';
import { tryPassword, type Tried, type Typed } from './try-password.ts';
import { waitWords } from '../../ui/wait-words.ts';

const everyone = { config: { access: 'everyone' satisfies Access } };
/** Loose: what else stands in the address, the language for one, is read elsewhere. */
const asked = z.looseObject({
  next: z.string().optional().catch(undefined),
  ended: z.string().optional().catch(undefined),
  again: z.string().optional().catch(undefined),
});

export const signInRoutes = (server: Server, laksa: SignInMeans): void => {
  server.get('/masuk', everyone, (_request, reply) => seeOther(reply, signInPath));
  server.get(signInPath, { ...everyone, schema: { querystring: asked } }, (request, reply) => {
    const { next, ended, again } = request.query;
    const because = ended === undefined ? (again === undefined ? undefined : 'again') : 'ended';
    return sendSignIn(laksa, request, reply, { next: ownPathOr(next, homePath), login: '', problems: [], because });
  });
  server.post(signInPath, everyone, (request, reply) => signIn(laksa, request, reply));
  secondFactorRoutes(server, laksa);
  passkeyRoutes(server, laksa);
  server.get(noPostPath, everyone, (request, reply) => showNoPost(laksa, request, reply));
  server.post('/petugas/keluar', everyone, (request, reply) => signOut(laksa, request, reply));
  server.post('/petugas/pos', staff, (request, reply) => choosePost(request, reply));
};

type Shown = Omit<SignInProps, 'frame' | 'hasPasskeys'> & { readonly status?: number };

const sendSignIn = (
  laksa: SignInMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  { status = 200, ...shown }: Shown,
): FastifyReply =>
  sendPage(
    reply.header('cache-control', 'no-store'),
    renderDocument(
      <SignInPage frame={laksa.frame(request)} hasPasskeys={mayHavePasskeys(request.tenant.origin)} {...shown} />,
    ),
    status,
  );

const signIn = async (laksa: SignInMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { fields } = await readForm(request);
  const { t } = laksa.frame(request);
  const [login, password, code] = [textOf(fields, 'login'), textOf(fields, 'password'), textOf(fields, 'code').trim()];
  const shown = { next: ownPathOr(textOf(fields, 'next'), homePath), login };
  const missing = (['login', 'password'] as const).filter((field) => textOf(fields, field).trim() === '');
  if (missing.length > 0) {
    const problems = missing.map((field) => ({ field, text: t(`staff.signIn.missing.${field}`) }));
    return sendSignIn(laksa, request, reply, { ...shown, problems, status: 422 });
  }
  const typed = { login, password, code };
  const tried = await tryPassword(laksa, request, typed);
  if (tried.kind === 'needs_code') return goOn(laksa, request, reply, { ...shown, typed, tried });
  const refused =
    tried.kind === 'wait'
      ? { text: waitWords(t, tried.seconds), status: 429, asksCode: true }
      : { text: t('staff.signIn.refused'), status: 422, asksCode: code !== '' };
  if (tried.kind === 'wait') reply.header('retry-after', String(tried.seconds));
  const { text, ...how } = refused;
  return sendSignIn(laksa, request, reply, { ...shown, ...how, problems: [{ field: 'login', text }] });
};

type Begun = {
  readonly next: string;
  readonly typed: Typed;
  readonly tried: Extract<Tried, { readonly kind: 'needs_code' }>;
};

/** To the code; whoever sent it along with the password is in at once. */
const goOn = async (
  laksa: SignInMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  { next, typed, tried }: Begun,
): Promise<FastifyReply> => {
  if (typed.code !== '') {
    const cookie = tried.cookies.map((set) => set.split(';', 1)[0]).join('; ');
    const caller = { ...callerOf(request), headers: { ...request.headers, cookie } };
    const step = await tryCode(laksa, request, typed.code, caller);
    if (step.kind === 'signed_in') {
      await admit(laksa, request, reply, { ...step.who, ...step });
      return seeOther(reply, next);
    }
  }
  reply.header('set-cookie', [...tried.cookies]);
  return seeOther(reply, `${codePath}?next=${encodeURIComponent(next)}`);
};

const showNoPost = async (laksa: SignInMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const signedIn = await laksa.sessions.read(callerOf(request));
  if (signedIn === null) return seeOther(reply, signInPath);
  return sendPage(
    reply.header('cache-control', 'no-store'),
    renderDocument(<NoPostPage frame={laksa.frame(request)} login={signedIn.login} />),
    403,
  );
};

const signOut = async (laksa: SignInMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const cookies = await laksa.sessions.signOut(callerOf(request));
  reply.header('set-cookie', [...cookies]).clearCookie(postCookie, { path: '/' });
  return seeOther(reply, signInPath);
};

/** Remembers which of their posts an officer acts as; one they do not hold is passed over. */
const choosePost = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { fields } = await readForm(request);
  const chosen = staffOf(request).posts.find((post) => post.slug === textOf(fields, 'post'));
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: isHttps(request.tenant) } as const;
  if (chosen !== undefined) reply.setCookie(postCookie, chosen.slug, options);
  return seeOther(reply, ownPathOr(textOf(fields, 'next'), homePath));
};
