import type { FastifyRequest } from 'fastify';

import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

/** What this slice stands on. */
export type FollowReportMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };
