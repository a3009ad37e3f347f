import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import { readForm } from '../../platform/http/form.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { ownPathOr, seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { renderDocument } from '../../ui/render.ts';
import { admit } from './admit.ts';
import { codePath, homePath, signInPath, type SignInMeans } from './means.ts';
import { SecondFactorPage } from './second-factor.view.tsx';
import { tryCode } from './try-code.ts';
import { waitWords } from '../../ui/wait-words.ts';

const asked = z.looseObject({ next: z.string().optional().catch(undefined) });
const everyone = { config: { access: 'everyone' satisfies Access } };

export const secondFactorRoutes = (server: Server, laksa: SignInMeans): void => {
  server.get(codePath, { ...everyone, schema: { querystring: asked } }, (request, reply) =>
    sendCode(laksa, request, reply, { next: ownPathOr(request.query.next, homePath) }),
  );
  server.post(codePath, everyone, (request, reply) => checkCode(laksa, request, reply));
};

const checkCode = async (laksa: SignInMeans, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { fields } = await readForm(request);
  const { t } = laksa.frame(request);
  const next = ownPathOr(textOf(fields, 'next'), homePath);
  const code = textOf(fields, 'code').trim();
  if (code === '') return sendCode(laksa, request, reply, { next, error: t('staff.signIn.missing.code'), status: 422 });
  const step = await tryCode(laksa, request, code);
  switch (step.kind) {
    case 'signed_in':
      await admit(laksa, request, reply, { ...step.who, ...step });
      return seeOther(reply, next);
    case 'start_over':
      return seeOther(reply, `${signInPath}?again=1&next=${encodeURIComponent(next)}`);
    case 'wait':
      reply.header('retry-after', String(step.seconds));
      return sendCode(laksa, request, reply, {
        next,
        error: t('staff.signIn.codeWait', { wait: waitWords(t, step.seconds) }),
        status: 429,
      });
    case 'refused':
      return sendCode(laksa, request, reply, { next, error: t('staff.signIn.codeRefused'), status: 422 });
    default:
      return step satisfies never;
  }
};

type Shown = { readonly next: string; readonly error?: string; readonly status?: number };

const sendCode = (
  laksa: SignInMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  { status = 200, ...shown }: Shown,
): FastifyReply =>
  sendPage(
    reply.header('cache-control', 'no-store'),
    renderDocument(<SecondFactorPage frame={laksa.frame(request)} {...shown} />),
    status,
  );
