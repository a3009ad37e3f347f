import type { FastifyRequest } from 'fastify';

import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

export type KeepPromisesMeans = Installation & { readonly frame: (request: FastifyRequest) => PageFrame };

export const promisesPath = '/kelola/janji';
export const rulesPath = `${promisesPath}/aturan`;
export const calendarPath = `${promisesPath}/kalender`;
