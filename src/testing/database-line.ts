import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type DatabaseLine = {
  /** The same database, by this line. */
  readonly url: string;
  /** Nobody listens any more, and whoever was connected hears of it. */
  readonly cut: () => Promise<void>;
  /** Still there, and answers nothing. */
  readonly hang: () => void;
  readonly mend: () => Promise<void>;
};

/** A line to PostgreSQL that can be cut and mended: to whoever is connected by it the server is down and comes back. */
export const openDatabaseLine = async (databaseUrl: string): Promise<DatabaseLine> => {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let isHanging = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => (open.delete(one), other.destroy()));
      one.on('data', (bytes) => isHanging || other.write(bytes));
    }
  });
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  };
  const port = await listen(0);
  server.unref();
  const near = new URL(databaseUrl);
  [near.hostname, near.port] = ['127.0.0.1', String(port)];
  return {
    url: near.toString(),
    cut: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
    hang: () => {
      isHanging = true;
    },
    mend: async () => {
      isHanging = false;
      if (!server.listening) await listen(port);
    },
  };
};
