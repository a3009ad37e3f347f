import { readdir, readFile } from 'node:fs/promises';

import { findEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import type { Service } from './service.ts';

/** The processes of a service, by what they do. */
export type Crew = Readonly<
  Record<'supervisor' | 'web' | 'worker' | 'archiver' | 'postmaster' | 'backend', readonly number[]>
>;

export const crewOf = async (service: Service): Promise<Crew> => {
  const postmaster = await findEmbeddedPostgres(service.dataDir).catch(() => undefined);
  const all = await everyProcess();
  const childrenOf = (pid: number | undefined) => all.filter(({ parent }) => parent === pid);
  const children = childrenOf(service.pid());
  return {
    supervisor: service.isUp() ? [service.pid()] : [],
    web: children.filter(({ task }) => task === 'web').map(({ pid }) => pid),
    worker: children.filter(({ task }) => task === 'worker').map(({ pid }) => pid),
    archiver: children.filter(({ task }) => task === 'archiver').map(({ pid }) => pid),
    postmaster: postmaster === undefined ? [] : [postmaster.pid],
    backend: postmaster === undefined ? [] : childrenOf(postmaster.pid).map(({ pid }) => pid),
  };
};

type Process = { readonly pid: number; readonly parent: number; readonly task: string | undefined };

const everyProcess = async (): Promise<readonly Process[]> => {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return (await Promise.all(names.map(readProcess))).flatMap((process) => process ?? []);
};

/** Null when it has ended meanwhile. */
const readProcess = async (name: string): Promise<Process | null> => {
  const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  const environment = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '');
  // The name in parentheses may hold blanks; the parent is the second word after it.
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  return { pid: Number(name), parent, task: /(?:^|\0)LAKSA_PROCESS=(\w+)/.exec(environment)?.[1] };
};
