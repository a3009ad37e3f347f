import { readFile } from 'node:fs/promises';
import pg from 'pg';

import { crewOf } from '../e2e/processes.ts';
import type { BenchInstallation } from './installation.ts';

/**
 * The most that a process of each kind ever had in memory, and what PostgreSQL has now, all its processes together: memory that they share is counted
 * once. In MB.
 */
export const memoryOf = async ({
  service,
  ownerUrl,
  poolerPid,
}: Pick<BenchInstallation, 'service' | 'ownerUrl' | 'poolerPid'>) => {
  const { supervisor, web, worker } = await crewOf(service);
  const [supervisorMb, webMb, workerMb] = await Promise.all([supervisor, web, worker].map(largestOf));
  return {
    rss_mb: Math.max(webMb ?? 0, workerMb ?? 0),
    supervisor_mb: supervisorMb ?? 0,
    web_mb: webMb ?? 0,
    worker_mb: workerMb ?? 0,
    postgres_mb: await postgresMb(ownerUrl),
    ...(poolerPid === null ? {} : { pooler_mb: await largestOf([poolerPid]) }),
  };
};

const largestOf = async (pids: readonly number[]): Promise<number> =>
  Math.max(0, ...(await Promise.all(pids.map((pid) => megabytes(pid, 'status', 'VmHWM')))));

export const postgresMb = async (ownerUrl: string): Promise<number> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>(
      "select pid from pg_stat_activity union select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::int",
    );
    const shares = await Promise.all(rows.map(({ pid }) => megabytes(pid, 'smaps_rollup', 'Pss')));
    return shares.reduce((sum, share) => sum + share, 0);
  } finally {
    await client.end();
  }
};

/** 0 of one that has ended meanwhile. */
const megabytes = async (pid: number, file: 'status' | 'smaps_rollup', name: string): Promise<number> => {
  const text = await readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) / 1024;
};
