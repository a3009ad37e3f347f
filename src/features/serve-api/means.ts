import type { FastifyRequest } from 'fastify';

import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

export type ServeApiMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };
