import type { FastifyRequest } from 'fastify';

import type { Backups } from '../../domain/backups.ts';
import type { Installation } from '../../store/installation.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

export type PrepareOpeningMeans = Installation & {
  readonly frame: (request: FastifyRequest) => PageFrame;
  readonly keepsLetters?: boolean;
  readonly trustProxy: readonly string[];
  /** When database and keys were backed up last; absent: nobody knows. */
  readonly lastBackups?: (() => Promise<Backups>) | undefined;
};

export const readinessPath = '/kelola/siap';
