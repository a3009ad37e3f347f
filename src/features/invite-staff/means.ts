import type { FastifyRequest } from 'fastify';

import type { Access } from '../../domain/access.ts';
import type { Sessions } from '../../platform/session/sessions.ts';
import type { CityActor } from '../../store/city-event.ts';
import { staffOf } from '../../store/identity.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

export type InviteStaffMeans = Installation & {
  readonly sessions: Sessions;
  readonly frame: (request: FastifyRequest) => PageFrame;
};

export const administrator = { config: { access: { post: 'administer_city' } satisfies Access } };

export const peoplePath = '/kelola/orang';

export const actorOf = (request: FastifyRequest): CityActor => {
  const { userId, post } = staffOf(request);
  return { userId, postId: post.id };
};
