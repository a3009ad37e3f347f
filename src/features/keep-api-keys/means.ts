import type { FastifyRequest } from 'fastify';

import type { Sessions } from '../../platform/session/sessions.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

export type KeepApiKeysMeans = Installation & {
  readonly sessions: Sessions;
  readonly frame: (request: FastifyRequest) => PageFrame;
};

export const keysPath = '/kelola/kunci';
