import type { FastifyRequest } from 'fastify';

import type { Sessions } from '../../platform/session/sessions.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

export type TellSignInsMeans = Installation & {
  readonly sessions: Pick<Sessions, 'endAll'>;
  readonly frame: (request: FastifyRequest) => PageFrame;
};

export const notMePath = '/petugas/bukan-saya';
