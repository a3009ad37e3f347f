import type { FastifyRequest } from 'fastify';

import type { Sessions } from '../../platform/session/sessions.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

export type SignInMeans = Installation & {
  readonly sessions: Sessions;
  readonly frame: (request: FastifyRequest) => PageFrame;
};

/** Where a browser's own stay is kept: the post chosen to act as. */
export const postCookie = 'post';

export const signInPath = '/petugas/masuk';
export const codePath = '/petugas/masuk/kode';
export const passkeyPath = '/petugas/masuk/kunci';
export const noPostPath = '/petugas/tanpa-jabatan';
export const homePath = '/petugas';
