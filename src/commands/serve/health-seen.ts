import { z } from 'zod';

import type { Config } from '../../config.ts';
import { copiesUnknown } from '../../domain/health/health-facts.ts';
import type { HealthSeen } from '../../features/watch-health/health-seen.ts';
import type { Line } from '../../platform/line/line.ts';
import type { Installation } from '../../store/installation.ts';
import { release } from '../release.ts';
import { readFacts } from './watch/read-facts.ts';

const lastCopy = z.union([z.object({ hoursAgo: z.number() }), z.literal('never')]).nullable();

/** What the supervisor says of itself and its processes. */
const told = z.object({
  pulse: z.object({ deaths: z.number(), failures: z.number(), mailFailsForSeconds: z.number().nullable() }),
  certificates: z.array(z.object({ host: z.string(), daysLeft: z.number().nullable() })),
  copies: z.object({ backup: lastCopy, backupLog: lastCopy, keysBackup: lastCopy }),
  errors: z.array(
    z.object({ kind: z.string(), count: z.number(), lastAt: z.string(), requestIds: z.array(z.string()) }),
  ),
  deaths: z.record(z.string(), z.number()),
  mailTakenAt: z.string().nullable(),
  mailRefusedAt: z.string().nullable(),
});

/** Looks at the installation from a web process: at the database and the disk itself, at the other processes through the supervisor. */
export const healthOf =
  (laksa: Installation, { sendsMail, dataDir }: Pick<Config, 'sendsMail' | 'dataDir'>, line: Line | null) =>
  async (): Promise<HealthSeen> => {
    const said = await line?.ask('service').then(
      (words) => told.parse(words),
      () => null,
    );
    const facts = await readFacts({
      ...laksa,
      dataDir,
      sendsMail,
      service: async () => said?.pulse ?? null,
      // Where backups go is for the supervisor to know.
      copies: async () => said?.copies ?? copiesUnknown,
      certificates: async () => said?.certificates ?? [],
    });
    return { facts, service: said ?? null, release: release(), at: laksa.clock.now() };
  };
