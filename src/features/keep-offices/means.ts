import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import type { Sessions } from '../../platform/session/sessions.ts';
import type { CityActor } from '../../store/city-event.ts';
import { staffOf } from '../../store/identity.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

export type KeepOfficesMeans = Installation & {
  readonly sessions: Sessions;
  readonly frame: (request: FastifyRequest) => PageFrame;
};

export const administrator = { config: { access: { post: 'administer_city' } satisfies Access } };

export const homePath = '/kelola';
export const agenciesPath = '/kelola/instansi';
export const postsPath = '/kelola/jabatan';
export const handoverPath = '/kelola/serah-terima';
export const changesPath = '/kelola/perubahan';

/** Who changes something by this request, and when. */
export const doneBy = (request: FastifyRequest): { readonly by: CityActor; readonly at: Date } => {
  const { userId, post } = staffOf(request);
  return { by: { userId, postId: post.id }, at: request.tenant.clock.now() };
};
