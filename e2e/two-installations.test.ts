import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fileReport } from '../src/commands/replay/citizen.ts';
import { openHttp } from '../src/commands/replay/http-client.ts';
import { startService, type Service } from './service.ts';
import { typedReport } from './story.ts';
import { formFor, visit } from './visitor.ts';

let one: Service;
let other: Service;

beforeAll(async () => {
  // At once: neither may find the other's port, lock or database.
  [one, other] = await Promise.all([
    startService({ name: 'laksa satu di sini' }),
    startService({ name: 'laksa "dua"' }),
  ]);
}, 240_000);
afterAll(async () => {
  await Promise.all([one?.remove(), other?.remove()]);
}, 60_000);

describe('two installations on one machine', () => {
  it('run at once, in folders whose names have blanks, and know nothing of each other', async () => {
    const http = openHttp({ origin: one.origin, connections: 1 });
    const { number, claimCode } = await fileReport(http, { ...typedReport, nonce: crypto.randomUUID() });
    http.close();
    const [atHome, elsewhere] = await Promise.all(
      [one, other].map(async ({ origin }) => {
        const visitor = visit(origin);
        const page = await visitor.send(formFor(await visitor.get('/lacak'), '/lacak'), {
          nomor: number,
          kode: claimCode,
        });
        visitor.close();
        return page;
      }),
    );
    expect(atHome?.path).toBe(`/lacak/${number}`);
    expect(elsewhere?.status).toBe(403);
    const [ownPasswords, otherPasswords] = (await Promise.all([one.logins(), other.logins()])).map((logins) =>
      logins.map(({ password }) => password),
    );
    expect(ownPasswords).toHaveLength(otherPasswords?.length ?? 0);
    expect(ownPasswords?.filter((password) => otherPasswords?.includes(password))).toEqual([]);
  }, 60_000);

  it('end and begin again without losing what was said', async () => {
    const http = openHttp({ origin: one.origin, connections: 1 });
    const nonce = crypto.randomUUID();
    const before = await fileReport(http, { ...typedReport, nonce });
    await one.stop();
    await one.start();
    expect(await fileReport(http, { ...typedReport, nonce })).toEqual(before);
    http.close();
  }, 90_000);
});
