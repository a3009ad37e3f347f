import { execFileSync } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEmbeddedPostgres, findEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { makeService, type Service } from '../e2e/service.ts';

export const troubles = ['none', 'database-down', 'disk-full', 'slow-clients'] as const;
export type Trouble = (typeof troubles)[number];

/** A service, and what happens to it in the middle. */
export type Troubled = {
  readonly service: Service;
  /** Sees through every fence; of the moment. */
  readonly ownerUrl: () => string;
  /** Absent: nothing begins in the middle. */
  readonly begin?: () => Promise<void>;
  readonly end: () => Promise<void>;
  /** How many slow clients still hold their line. */
  readonly slowLines?: () => number;
  readonly remove: () => Promise<void>;
};

const nothing = async (): Promise<void> => undefined;

export const startTroubled = (trouble: Trouble, say: (line: string) => void): Promise<Troubled> => {
  say('making an installation');
  if (trouble === 'database-down') return withDatabaseApart(say);
  if (trouble === 'disk-full') return onSmallDisk();
  return trouble === 'slow-clients' ? withSlowClients() : alone();
};

const alone = async (): Promise<Troubled> => {
  const service = await makeService({ name: 'laksa bench' });
  await service.start();
  const found = await findEmbeddedPostgres(service.dataDir);
  return { service, ownerUrl: () => found?.url ?? '', end: nothing, remove: service.remove };
};

/** A server of its own, as a city has it, that can be stopped without the service. */
const withDatabaseApart = async (say: (line: string) => void): Promise<Troubled> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'laksa bench database '));
  const start = () => startEmbeddedPostgres({ dataDir, log: say });
  let server = await start();
  const service = await makeService({ name: 'laksa bench', env: { DATABASE_URL: server.url } });
  await service.start();
  return {
    service,
    ownerUrl: () => server.url,
    begin: () => server.stop(),
    end: async () => {
      server = await start();
    },
    remove: async () => {
      await service.remove();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

const smallDiskMb = 1_500;

/** The whole data folder, database included, on a disk that one file fills. Needs the rights to mount one. */
const onSmallDisk = async (): Promise<Troubled> => {
  const service = await makeService({ name: 'laksa bench' });
  execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${smallDiskMb}m,mode=0700`, 'tmpfs', service.dataDir]);
  await service.start();
  const found = await findEmbeddedPostgres(service.dataDir);
  const filler = join(service.dataDir, 'filler');
  return {
    service,
    ownerUrl: () => found?.url ?? '',
    begin: () => fillDisk(filler),
    end: () => rm(filler),
    remove: async () => {
      await service.stop();
      execFileSync('/bin/umount', ['--lazy', service.dataDir]);
      await service.remove();
    },
  };
};

const fillDisk = async (file: string): Promise<void> => {
  const handle = await open(file, 'w');
  try {
    for (const bytes of [2 ** 20, 4096]) {
      const block = Buffer.alloc(bytes);
      await writeUntilFull(() => handle.write(block));
    }
  } finally {
    await handle.close();
  }
};

const writeUntilFull = async (write: () => Promise<unknown>): Promise<void> => {
  for (;;) {
    try {
      await write();
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return;
      throw error;
    }
  }
};

const slowClients = 1_000;
const byteEveryMs = 5_000;

/** Half of them never finish their headers, half never finish a form. */
const withSlowClients = async (): Promise<Troubled> => {
  const troubled = await alone();
  const { port, host } = new URL(troubled.service.origin);
  const lines = new Set<Socket>();
  for (let index = 0; index < slowClients; index += 1) lines.add(slowLine(Number(port), host, index % 2 === 0));
  for (const line of lines) line.once('close', () => lines.delete(line));
  const dripping = setInterval(() => lines.forEach((line) => line.write('a')), byteEveryMs);
  return {
    ...troubled,
    slowLines: () => lines.size,
    remove: async () => {
      clearInterval(dripping);
      for (const line of lines) line.destroy();
      await troubled.remove();
    },
  };
};

const slowLine = (port: number, host: string, isHeader: boolean): Socket => {
  const line = connect(port, '127.0.0.1');
  line.on('error', () => undefined);
  const form = 'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\n';
  line.write(`POST /lapor HTTP/1.1\r\nHost: ${host}\r\n${isHeader ? 'X-Slow: ' : form}`);
  return line;
};
