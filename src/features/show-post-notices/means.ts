import type { FastifyRequest } from 'fastify';

import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

export type ShowPostNoticesMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

export const noticesPath = '/petugas/kabar';
export const seenPath = `${noticesPath}/dibaca`;
