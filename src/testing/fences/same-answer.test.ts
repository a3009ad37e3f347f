import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { told } from './answers.ts';
import { fillWithWords, type Holdings } from './city-with-words.ts';
import { startFenceSite, type FenceSite } from './fence-site.ts';
import { nobodysHoldings } from './nobodys.ts';
import { fileToldReports, type ToldReport } from './told-reports.ts';
import { askFirst, bearerOf } from './visitors.ts';

let site: FenceSite;
let filled: Holdings;
let secret: ToldReport;
const nobodys = nobodysHoldings('', 'nobody-at-all');

beforeAll(async () => {
  site = await startFenceSite();
  const [city] = site.cities;
  filled = await fillWithWords(site, city);
  const reports = await fileToldReports(site, city);
  secret = reports.get('secret') ?? { number: '', claimCode: '' };
}, 120_000);

afterAll(() => site.close());

/** An answer with all that the database was asked for it. */
const watched = async (request: Parameters<typeof askFirst>[1], brought: Holdings) => {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    const answer = await askFirst(site, request);
    const asked = query.mock.calls.map(([text]) => statementOf(text));
    return { answer: told(answer, brought), statements: asked.filter((text) => text !== asksConnection) };
  } finally {
    query.mockRestore();
  }
};

/** Asked once of each connection, whichever work it is opened for. */
const asksConnection = 'select pg_backend_pid() as pid';

const statementOf = (text: unknown): string => {
  if (typeof text === 'string') return text;
  return typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : 'unknown';
};

const brought = (number: string): Holdings => ({ ...nobodys, number });

describe('what is hidden and what was never filed', () => {
  it.each([
    ['the public page', (number: string) => ({ url: `/laporan/${number}` })],
    ['the form of a flag', (number: string) => ({ url: `/laporan/${number}/laporkan` })],
    [
      'a flag',
      (number: string) => ({
        method: 'POST' as const,
        url: `/laporan/${number}/laporkan`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'reason=slander',
      }),
    ],
    ['the form to follow', (number: string) => ({ url: `/laporan/${number}/ikuti` })],
    [
      'an address that wants to follow',
      (number: string) => ({
        method: 'POST' as const,
        url: `/laporan/${number}/ikuti`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'email=somebody%40example.org',
      }),
    ],
    ['the interface', (number: string) => ({ url: `/api/v1/reports/${number}` })],
    [
      'a wrong code',
      (number: string) => ({
        method: 'POST' as const,
        url: '/lacak',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ nomor: number, kode: '12345678' }).toString(),
      }),
    ],
    [
      'a wrong code at the interface',
      (number: string) => ({
        method: 'POST' as const,
        url: `/api/v1/reports/${number}/moves`,
        payload: { move: 'message', message: 'Halo.', claim_code: '12345678' },
      }),
    ],
  ] as const)('are answered alike, by the same statements: %s', async (_name, request) => {
    // Once before, so that lists which are kept for some seconds are there in both.
    await askFirst(site, request(nobodys.hiddenNumber));
    const nothing = await watched(request(nobodys.number), brought(nobodys.number));
    expect(nothing.statements.length).toBeGreaterThan(0);
    for (const number of [secret.number, filled.hiddenNumber])
      expect(await watched(request(number), brought(number))).toEqual(nothing);
  });

  it('are answered alike to an officer and to a key that may not read them', async () => {
    const key = await bearerOf(site, 'leadership', 'report:handle');
    for (const move of [
      { move: 'note', message: 'Uji.' },
      { move: 'message', message: 'Uji.' },
    ]) {
      const ask = (number: string) =>
        watched(
          { method: 'POST', url: `/api/v1/reports/${number}/moves`, headers: key, payload: move },
          brought(number),
        );
      await ask(nobodys.hiddenNumber);
      expect((await ask(secret.number)).answer).toEqual((await ask(nobodys.number)).answer);
    }
  });

  it('are answered alike to who lost a code and tells a contact that is not theirs', async () => {
    const ask = (number: string) =>
      watched(
        {
          method: 'POST',
          url: '/lacak/kode-baru',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams({ nomor: number, kontak: 'somebody@example.org' }).toString(),
        },
        brought(number),
      );
    expect((await ask(secret.number)).answer).toEqual((await ask(nobodys.number)).answer);
  });
});
