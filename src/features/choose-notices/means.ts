import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

export type ChooseNoticesMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

/** Whoever shows a report's code, or has the link of a letter. */
export const config = { access: 'claim' satisfies Access } as const;
