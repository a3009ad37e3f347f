import { once } from 'node:events';
import { connect, createServer } from 'node:net';

export type DeafPooler = { readonly url: string; readonly close: () => void };

/** Stands before PostgreSQL and swallows notifications, as a pooler in transaction mode does. */
export const startDeafPooler = async (databaseUrl: string): Promise<DeafPooler> => {
  const { hostname, port } = new URL(databaseUrl);
  const server = createServer((client) => {
    const database = connect({ host: hostname, port: Number(port) });
    const pass = withoutNotifications((message) => client.write(message));
    client.on('data', (chunk) => database.write(chunk)).on('close', () => database.destroy());
    database.on('data', pass).on('close', () => client.destroy());
    for (const socket of [client, database]) socket.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the pooler has no port');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(address.port);
  return { url: url.toString(), close: () => server.close() };
};

/** Messages of the server: a letter, then a length that counts itself. `A` is a notification. */
const withoutNotifications = (send: (message: Buffer) => void) => {
  let pending: Buffer = Buffer.alloc(0);
  return (chunk: Buffer): void => {
    pending = Buffer.concat([pending, chunk]);
    while (pending.length >= 5) {
      const length = 1 + pending.readUInt32BE(1);
      if (pending.length < length) return;
      const message = pending.subarray(0, length);
      if (message[0] !== 'A'.charCodeAt(0)) send(message);
      pending = pending.subarray(length);
    }
  };
};
