import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { reportStates } from '../../domain/report.ts';
import type { Role } from '../../domain/role.ts';
import { openBrowser, signedIn, type Officer } from '../../features/sign-in/testing/officer.ts';
import { startFenceSite, type FenceSite } from './fence-site.ts';
import {
  fileToldReports,
  kinds,
  wordFields,
  wordIn,
  type Kind,
  type ToldReport,
  type WordField,
} from './told-reports.ts';
import { askFirst, bearerOf, everyRole, postOf } from './visitors.ts';

const filed: readonly WordField[] = ['title', 'description', 'place'];
const worked: readonly WordField[] = ['question', 'info', 'accept', 'message'];
const published: readonly WordField[] = ['publictitle', 'publicdescription'];
const who: readonly WordField[] = ['name', 'email'];
const content = [...filed, ...worked, 'note', ...published] as const;
const whole = [...content, ...who] as const;
const unpublished = (words: readonly WordField[]): readonly WordField[] =>
  words.filter((field) => !published.includes(field));
/** The inspectorate keeps such a report to itself: nobody accepted it, nothing was published. */
const berkadar = [...filed, 'question', 'info', 'message', 'note'] as const;

type Words = Readonly<Record<Kind, readonly WordField[]>>;

/** What everyone reads, whoever they are. */
const everyone: Words = { plain: published, hidden: [], anonymous: published, secret: [], berkadar: [] };

const reads = { plain: content, hidden: filed, anonymous: content } as const;
const knows = { plain: whole, hidden: [...filed, ...who], anonymous: whole } as const;

/**
 * Who reads which words of which report, written by hand: secret and berkadar are for few, identity for those who need it, an anonymous reporter
 * stays hidden from the agency that the report may be about. What a verifier wrote for the public about a secret one is not even kept.
 */
const officers: Readonly<Record<Role, Words>> = {
  intake_operator: { ...everyone, ...knows },
  verifier: { ...everyone, ...knows, secret: unpublished(whole) },
  coordinator: { ...everyone, ...knows, secret: unpublished(whole) },
  validator: { ...everyone, ...reads, secret: unpublished(content) },
  inspectorate: {
    ...knows,
    secret: unpublished(whole),
    berkadar: [...berkadar, ...who],
  },
  control_room: { ...everyone, ...reads },
  leadership: { ...everyone, ...reads },
  ombudsman: { ...everyone, ...reads, secret: unpublished(content) },
  agency_officer: {
    ...everyone,
    plain: whole,
    anonymous: content,
    secret: unpublished(whole),
  },
  agency_head: {
    ...everyone,
    plain: content,
    anonymous: content,
    secret: unpublished(content),
  },
  field_crew: everyone,
  city_admin: everyone,
  data_protection: everyone,
  platform_admin: everyone,
};

/** The reporter reads what was said to them and what they said themselves; never what posts write each other. */
const reporter: Words = {
  plain: [...filed, ...worked, ...published],
  hidden: filed,
  anonymous: [...filed, ...worked, ...published],
  secret: [...filed, ...worked],
  berkadar: [...filed, 'question', 'info', 'message'],
};

/** A key is good for no more than its post: who administers, or answers for persons, has none that reads. */
const withoutReading: readonly Role[] = ['city_admin', 'data_protection', 'platform_admin'];
/** A key gives what its post may read as a program needs it: what was said, what is public; history and identity are not part of it. */
const programs = (role: Role): Words => {
  if (withoutReading.includes(role)) return { plain: [], hidden: [], anonymous: [], secret: [], berkadar: [] };
  const words = officers[role];
  const part = (kind: Kind): readonly WordField[] =>
    words[kind].filter((field) => filed.includes(field) || published.includes(field));
  return {
    plain: part('plain'),
    hidden: part('hidden'),
    anonymous: part('anonymous'),
    secret: part('secret'),
    berkadar: part('berkadar'),
  };
};

let site: FenceSite;
let told: ReadonlyMap<Kind, ToldReport>;

beforeAll(async () => {
  site = await startFenceSite();
  told = await fileToldReports(site, site.cities[0]);
}, 120_000);

afterAll(() => site.close());

const seenIn = (pages: readonly string[]): Words => {
  const all = pages.join('\n');
  const seen = (kind: Kind): readonly WordField[] => wordFields.filter((field) => all.includes(wordIn(kind, field)));
  return {
    plain: seen('plain'),
    hidden: seen('hidden'),
    anonymous: seen('anonymous'),
    secret: seen('secret'),
    berkadar: seen('berkadar'),
  };
};

const inOrder = (words: Words): Words =>
  seenIn(kinds.flatMap((kind) => words[kind].map((field) => wordIn(kind, field))));

const numbers = (): readonly string[] => [...told.values()].map(({ number }) => number);

const publicPages = (): readonly string[] => [
  '/',
  '/laporan',
  '/umpan.atom',
  '/instansi',
  '/instansi/dinas-pupr',
  '/instansi/inspektorat',
  '/wilayah',
  '/wilayah/36.71.01',
  '/peta',
  '/peta/titik?kotak=95,-11,141,6&zoom=3',
  '/peta/titik?kotak=95,-11,141,6&zoom=18',
  '/lapor',
  '/lacak',
  '/api',
  '/api/v1/reports',
  '/api/v1/openapi.json',
  '/api/v1/categories',
  '/api/v1/agencies',
  '/api/v1/reports?updated_since=2026-01-01T00:00:00Z',
  ...numbers().flatMap((number) => [`/laporan/${number}`, `/api/v1/reports/${number}`, `/lacak/${number}`]),
];

const read = async (urls: readonly string[], headers = {}): Promise<readonly string[]> => {
  const pages: string[] = [];
  for (const url of urls) {
    const answer = await askFirst(site, { url, headers });
    pages.push(JSON.stringify(answer.headers), answer.body);
  }
  return pages;
};

it('shows a stranger what was published, and not a word more', async () => {
  expect(seenIn(await read(publicPages()))).toEqual(inOrder(everyone));
});

it('finds by words what was published, and not a report more', async () => {
  for (const kind of kinds) {
    const found = await Promise.all(
      wordFields.map(async (field) =>
        (await read([`/laporan?q=${wordIn(kind, field)}`])).join('').includes(told.get(kind)?.number ?? '?'),
      ),
    );
    expect(wordFields.filter((_field, at) => found[at])).toEqual(everyone[kind]);
  }
});

describe.each(Object.entries(officers))('an officer: %s', (name, words) => {
  const role = everyRole.find((one) => one === name) ?? 'platform_admin';
  let officer: Officer;

  beforeAll(async () => {
    officer = await signedIn(site, site.cities[0], postOf[role]);
  });

  it('reads no name and no address before asking for it', async () => {
    expect((await officer.get('/petugas')).statusCode).toBe(200);
    const pages = await Promise.all(
      numbers().map(async (number) => (await officer.get(`/petugas/laporan/${number}`)).body),
    );
    for (const kind of kinds) expect(seenIn(pages)[kind].filter((field) => who.includes(field))).toEqual([]);
  });

  it('reads on all pages what the list says, and not a word more', async () => {
    const pages = await Promise.all(
      [
        ...publicPages(),
        ...['saya', 'instansi', ...reportStates].map((list) => `/petugas?daftar=${list}`),
        ...numbers().flatMap((number) => [`/petugas/laporan/${number}`, `/petugas?nomor=${number}`]),
        '/kelola/pekerjaan',
      ].map(async (url) => (await officer.get(url)).body),
    );
    const opened = await Promise.all(
      numbers().map(
        async (number) => (await officer.post(`/petugas/laporan/${number}/identitas`, { ground: 'handling' })).body,
      ),
    );
    expect(seenIn([...pages, ...opened])).toEqual(inOrder(words));
  });

  it('reads through a key what a program needs of the same, and never who the reporter is', async () => {
    const key = await bearerOf(site, role, 'report:read');
    expect(
      seenIn(
        await read(
          numbers().map((number) => `/api/v1/reports/${number}`),
          key,
        ),
      ),
    ).toEqual(inOrder(programs(role)));
  });
});

it.each(kinds)('shows its reporter what was said, and no note: a report that is %s', async (kind) => {
  const { number, claimCode } = told.get(kind) ?? { number: '', claimCode: '' };
  const citizen = openBrowser(site, site.cities[0]);
  await citizen.post('/lacak', { nomor: number, kode: claimCode });
  const others = numbers().filter((one) => one !== number);
  const pages = await Promise.all(
    [`/lacak/${number}`, ...others.map((one) => `/lacak/${one}`)].map(async (url) => (await citizen.get(url)).body),
  );
  const none: Words = { plain: [], hidden: [], anonymous: [], secret: [], berkadar: [] };
  expect(seenIn(pages)).toEqual(inOrder({ ...none, [kind]: reporter[kind] }));
});
