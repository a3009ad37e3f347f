import type { FastifyRequest } from 'fastify';

import type { Sessions } from '../../platform/session/sessions.ts';
import type { CityActor } from '../../store/city-event.ts';
import { actorOf } from '../../store/identity.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

export type KeepOfficesMeans = Installation & {
  readonly sessions: Sessions;
  readonly frame: (request: FastifyRequest) => PageFrame;
};

export const homePath = '/kelola';
export const agenciesPath = '/kelola/instansi';
export const postsPath = '/kelola/jabatan';
export const handoverPath = '/kelola/serah-terima';
export const changesPath = '/kelola/perubahan';

/** Who changes something by this request, and when. */
export const doneBy = (request: FastifyRequest): { readonly by: CityActor; readonly at: Date } => ({
  by: actorOf(request),
  at: request.tenant.clock.now(),
});
