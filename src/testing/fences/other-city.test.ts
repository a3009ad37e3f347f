import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { newOfficer, openBrowser, codeOf, password } from '../../features/sign-in/testing/officer.ts';
import type { JobIds } from '../../platform/jobs/job-ids.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { sweeps, tasksOf } from '../../worker.ts';
import { told } from './answers.ts';
import { forgetLimits, stateOf } from './city-state.ts';
import { cookieOf, fillWithWords, type Holdings } from './city-with-words.ts';
import { startFenceSite, type FenceSite } from './fence-site.ts';
import { nobodysHoldings } from './nobodys.ts';
import { probes, rightPassword, type Probe } from './probes.ts';
import { routesOf } from './site-routes.ts';
import { wordsOf } from './words-of-city.ts';
import { workOnPicture } from '../work-on-picture.ts';

let site: FenceSite;
const cities: { city: Tenant; holdings: Holdings }[] = [];
let nobodys: Holdings;

beforeAll(async () => {
  site = await startFenceSite();
  for (const city of site.cities) {
    cities.push({ city, holdings: await fillWithWords(site, city) });
    // Two reports of one instant would be told apart by their ids in a list that begins after one of them.
    site.clock.advance(60_000);
  }
  nobodys = nobodysHoldings(await sessionWithoutPost(), loginWithoutPost);
}, 120_000);

afterAll(() => site.close());

const loginWithoutPost = 'somebody-without-post';

/** At an address that neither city asks at: like the other's session it was opened elsewhere. */
const sessionWithoutPost = async (): Promise<string> => {
  const [first] = site.cities;
  const person = await newOfficer(site, first, [], loginWithoutPost);
  const browser = openBrowser(site, first);
  await browser.post('/petugas/masuk', { login: person.login, password });
  await browser.post('/petugas/masuk/kode', { code: codeOf(person) });
  await site.admin.query('update auth.session set origin = $1 where "userId" = $2', [
    'https://tiga.example',
    person.userId,
  ]);
  return cookieOf(browser);
};

const partOf = (index: number) => {
  const part = cities[index];
  if (part === undefined) throw new Error('there are two cities');
  return part;
};

const ask = ({ origin }: Tenant, { headers, ...request }: InjectOptions): Promise<LightMyRequestResponse> =>
  site.app.inject({ ...request, headers: { ...headers, host: new URL(origin).host } });

/** What may not be told here, but for what the visitor said themselves. */
const untold = (other: Tenant, theirs: Holdings, asked: InjectOptions): readonly string[] => {
  const { number, hiddenNumber, claimCode, reportId, category, agency, post } = theirs;
  const said = decodeURIComponent(`${JSON.stringify(asked.headers ?? {})} ${JSON.stringify(asked.payload ?? '')}`);
  // Whoever shows a session may read whose it is.
  const login = said.includes(theirs.session) ? [] : [theirs.login];
  const address = decodeURIComponent(typeof asked.url === 'string' ? asked.url : '');
  return [
    ...wordsOf(other),
    other.id,
    other.name,
    number,
    hiddenNumber,
    claimCode,
    ...login,
    reportId,
    category,
    agency,
    post,
  ].filter((word) => !said.includes(word) && !address.includes(word));
};

const everythingIn = ({ headers, body }: LightMyRequestResponse): string => `${JSON.stringify(headers)}\n${body}`;

it('has a line for every route of the site, and none for a route that is gone', () => {
  expect(Object.keys(probes).toSorted()).toEqual(routesOf(site.app));
});

it('brings what is really good for something where it belongs', async () => {
  for (const { city, holdings } of cities) {
    const { number, hiddenNumber, session, keys, pass, claimCookie } = holdings;
    const statuses = await Promise.all(
      [
        { url: `/laporan/${number}` },
        { url: `/lapor/terkirim?surat=${pass}` },
        { url: `/lacak/${number}`, headers: { cookie: `lacak=${claimCookie}` } },
        { url: `/petugas/laporan/${hiddenNumber}`, headers: { cookie: session } },
        { url: `/kelola/pekerjaan`, headers: { cookie: session } },
        { url: `/api/v1/reports/${hiddenNumber}`, headers: { authorization: `Bearer ${keys['report:read']}` } },
      ].map(async (request) => (await ask(city, request)).statusCode),
    );
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200]);
  }
});

describe.each([
  ['the first city', 0, 1],
  ['the second city', 1, 0],
] as const)('%s', (_name, here, there) => {
  it.each(Object.entries(probes))(
    "is told the same of what is another city's as of what is nobody's: %s",
    async (_route, ways) => {
      const { city, holdings: own } = partOf(here);
      const { city: other, holdings: theirs } = partOf(there);
      const before = await stateOf(site.admin, other);
      const none = { ...nobodys, filedAt: theirs.filedAt };
      for (const way of ways) {
        await forgetLimits(site.admin);
        const asked = way(theirs, own);
        const answer = await ask(city, asked);
        const nothing = await ask(city, way(none, own));
        expect(told(answer, theirs), JSON.stringify(asked)).toEqual(told(nothing, none));
        for (const word of untold(other, theirs, asked))
          expect(everythingIn(answer), JSON.stringify(asked)).not.toContain(word);
      }
      await forgetLimits(site.admin);
      expect(await stateOf(site.admin, other)).toEqual({ ...before, limit_count: '0 ' });
    },
  );

  it('files a report of its own for a nonce that another city has seen', async () => {
    const { city } = partOf(here);
    const { city: other, holdings: theirs } = partOf(there);
    const sent = await ask(city, firstOf('POST /lapor')(theirs, theirs));
    const page = await ask(city, { url: String(sent.headers.location) });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toContain(theirs.number);
    expect(page.body).not.toContain(theirs.claimCode);
    for (const word of wordsOf(other)) expect(page.body).not.toContain(word);
  });

  it('lets an officer of another city sign in, and into no room', async () => {
    const { city } = partOf(here);
    const { holdings: theirs } = partOf(there);
    expect((await ask(city, rightPassword(theirs))).headers.location).toMatch(/^\/petugas\/masuk\/kode/);
    const { headers } = await ask(city, { url: '/petugas', headers: { cookie: theirs.session } });
    expect(headers.location).toBe('/petugas/masuk?next=%2Fpetugas');
  });

  it('does nothing for a job that names a report of another city', async () => {
    const { city } = partOf(here);
    const { city: other, holdings: theirs } = partOf(there);
    const before = await stateOf(site.admin, other);
    const letters: Mail[] = [];
    await runTask('deliver-notices', { tenantId: city.id, reportId: theirs.reportId }, letters);
    const renewal = { reportId: theirs.reportId, generation: 1, writtenAt: city.clock.now().toISOString() };
    await runTask('send-claim-code', { tenantId: city.id, ...renewal }, letters);
    for (const sweep of sweeps) await sweep.run(site.laksa, city);
    expect(letters).toEqual([]);
    expect(await stateOf(site.admin, other)).toEqual(before);
  });

  it('writes no word of the other in its letters', async () => {
    const { city, holdings: own } = partOf(here);
    const { city: other, holdings: theirs } = partOf(there);
    const letters: Mail[] = [];
    await runTask('deliver-notices', { tenantId: city.id, reportId: own.reportId }, letters);
    expect(letters.length).toBeGreaterThan(0);
    for (const word of untold(other, theirs, {})) expect(JSON.stringify(letters)).not.toContain(word);
  });
});

it('has written no word of anybody, and no number, code or key, in its log', () => {
  const log = site.logged.join('');
  expect(site.logged.length).toBeGreaterThan(300);
  for (const { city, holdings } of cities) {
    const { number, hiddenNumber, claimCode, login, pass, claimCookie, keys } = holdings;
    const { followPass, unfollowPass, contactPass, contactBackPass, addressPass } = holdings;
    for (const word of [
      ...wordsOf(city),
      number,
      hiddenNumber,
      claimCode,
      login,
      pass,
      claimCookie,
      followPass,
      unfollowPass,
      contactPass,
      contactBackPass,
      addressPass,
      ...Object.values(keys),
    ])
      expect(log).not.toContain(word);
  }
});

const firstOf = (route: string): Probe => {
  const way = probes[route]?.[0];
  if (way === undefined) throw new Error(`there is a way to try ${route}`);
  return way;
};

const runTask = async (name: string, ids: JobIds, letters: Mail[]): Promise<void> => {
  const sendMail = async (mail: Mail): Promise<void> => void letters.push(mail);
  const task = tasksOf({ ...site.laksa, sendMail, workOnPicture })[name];
  if (task === undefined) throw new Error(`there is a task ${name}`);
  await task.run(ids, { jobId: '1', attempts: 1, signal: new AbortController().signal });
};
