import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

export type KeepDutyMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

export const keeper = { config: { access: { post: 'keep_duty' } satisfies Access } };

export const dutyPath = '/kelola/piket';
