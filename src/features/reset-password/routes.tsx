import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { readForm } from '../../platform/http/form.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { renderDocument } from '../../ui/render.ts';
import { askLink } from './ask-link.ts';
import { AskedPage, ForgotPage, type ForgotProps } from './forgot.view.tsx';
import { linkRoutes } from './link-routes.tsx';
import type { ResetPasswordMeans } from './means.ts';

const config = { access: 'everyone' satisfies Access } as const;
const path = '/petugas/lupa-sandi';

type Asked = { Querystring: { readonly diminta?: string | string[] } };

/** A forgotten password: a letter with a link, and what stands behind such links. */
export const resetPasswordRoutes = (server: Server, laksa: ResetPasswordMeans): void => {
  server.get<Asked>(path, { config }, (request, reply) => {
    if (request.query.diminta === undefined) return sendForgot(laksa, request, reply, { login: '' });
    return sendPage(
      reply.header('cache-control', 'no-store'),
      renderDocument(<AskedPage frame={laksa.frame(request)} />),
    );
  });
  server.post(path, { config }, async (request, reply) => {
    const login = textOf((await readForm(request)).fields, 'login').trim();
    const { t } = laksa.frame(request);
    if (login === '') return sendForgot(laksa, request, reply, { login, error: t('reset.forgot.missing') });
    if (await askLink(laksa, request, login)) return seeOther(reply, `${path}?diminta=1`);
    return sendForgot(laksa, request, reply, { login, error: t('reset.forgot.tooMany'), status: 429 });
  });
  linkRoutes(server, laksa);
};

const sendForgot = (
  laksa: ResetPasswordMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  { status, ...shown }: Omit<ForgotProps, 'frame'> & { readonly status?: number },
): FastifyReply =>
  sendPage(
    reply.header('cache-control', 'no-store'),
    renderDocument(<ForgotPage frame={laksa.frame(request)} {...shown} />),
    status ?? (shown.error === undefined ? 200 : 422),
  );
