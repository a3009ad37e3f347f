import type { FastifyRequest } from 'fastify';

import type { Sessions } from '../../platform/session/sessions.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

export type KeepAccountMeans = Installation & {
  readonly sessions: Sessions;
  readonly frame: (request: FastifyRequest) => PageFrame;
};

export const accountPath = '/petugas/akun';
export const passwordPath = '/petugas/akun/sandi';
export const appPath = '/petugas/akun/aplikasi';
export const recoveryPath = '/petugas/akun/kode';
export const passkeyPath = '/petugas/akun/kunci';
export const sessionsPath = '/petugas/akun/sesi';

/** What was done, as the page says it afterwards. */
export const outcomes = ['password', 'app', 'passkey_added', 'passkey_removed', 'session', 'sessions'] as const;
export type Outcome = (typeof outcomes)[number];
export const doneAt = (outcome: Outcome): string => `${accountPath}?selesai=${outcome}`;
