import { z } from 'zod';

import type { Config } from '../../config.ts';
import type { HealthSeen } from '../../features/watch-health/health-seen.ts';
import type { Line } from '../../platform/line/line.ts';
import type { Installation } from '../../store/installation.ts';
import { release } from '../release.ts';
import type { CopyMeans } from './watch/last-copies.ts';
import { readFacts } from './watch/read-facts.ts';

/** What the supervisor says of itself and its processes. */
const told = z.object({
  pulse: z.object({ deaths: z.number(), failures: z.number(), mailFailsForSeconds: z.number().nullable() }),
  certificates: z.array(z.object({ host: z.string(), daysLeft: z.number().nullable() })),
  errors: z.array(
    z.object({ kind: z.string(), count: z.number(), lastAt: z.string(), requestIds: z.array(z.string()) }),
  ),
  deaths: z.record(z.string(), z.number()),
  mailTakenAt: z.string().nullable(),
  mailRefusedAt: z.string().nullable(),
});

/** Looks at the installation from a web process: at the database and the disk itself, at the other processes through the supervisor. */
export const healthOf =
  (laksa: Installation, { sendsMail, ...copied }: Pick<Config, 'sendsMail'> & CopyMeans, line: Line | null) =>
  async (): Promise<HealthSeen> => {
    const said = await line?.ask('service').then(
      (words) => told.parse(words),
      () => null,
    );
    const facts = await readFacts({
      ...laksa,
      ...copied,
      sendsMail,
      service: async () => said?.pulse ?? null,
      certificates: async () => said?.certificates ?? [],
    });
    return { facts, service: said ?? null, release: release(), at: laksa.clock.now() };
  };
