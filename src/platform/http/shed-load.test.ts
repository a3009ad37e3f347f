import { afterEach, expect, test } from 'vitest';

import { readForm } from './form.ts';
import { hill, testServer, type TestServer } from './testing/test-server.ts';
import { boundless } from './testing/boundless.ts';

let running: TestServer | null = null;
afterEach(async () => {
  await running?.server.close();
  running = null;
});

const allowed = 3;

/** A server whose region is not known before the database has said so; `sendForms` sends so many at once. */
const listen = async (options: { readonly keepsTyped?: boolean } = {}) => {
  const database = Promise.withResolvers<void>();
  running = await testServer({
    tenants: { all: async () => [hill], byHost: () => database.promise.then(() => hill) },
    allowances: { ...boundless, changing: { ...boundless.changing, atWork: allowed } },
  });
  const { server, shown } = running;
  const config = { access: 'anyone' as const, ...options };
  server.post('/form', { config }, async (request) => (await readForm(request)).fields);
  const origin = await server.listen({ host: '127.0.0.1', port: 0 });
  const statuses: number[] = [];
  const sendForms = (count: number): Promise<unknown> =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const body = new URLSearchParams({ a: '1' });
        statuses.push(
          (await fetch(`${origin}/form`, { method: 'POST', headers: { accept: 'text/html' }, body })).status,
        );
      }),
    );
  return { database, statuses, shown, sendForms };
};

test('a form that has come is work from then on, also while it waits for the database: no more are let in than may be', async () => {
  const { database, statuses, sendForms } = await listen();
  const sent = sendForms(20);
  await expect.poll(() => statuses.length).toBe(20 - allowed);
  expect(new Set(statuses)).toEqual(new Set([503]));
  database.resolve();
  await sent;
  expect(statuses.filter((status) => status === 200)).toHaveLength(allowed);
});

test('of many who are turned away at once some get their words back, the others learn at once when to come again', async () => {
  const { database, statuses, shown, sendForms } = await listen({ keepsTyped: true });
  const sent = sendForms(200);
  await expect.poll(() => statuses.length).toBeGreaterThanOrEqual(200 - allowed - 5);
  database.resolve();
  await sent;
  expect(statuses.filter((status) => status === 503)).toHaveLength(200 - allowed);
  const withWords = shown.filter(({ kept }) => kept !== null);
  expect(withWords.length).toBeLessThanOrEqual(5);
});
