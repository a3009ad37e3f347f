import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { forgetLimits } from '../fences/city-state.ts';
import { startFenceSite, type FenceSite } from '../fences/fence-site.ts';
import { startsOf } from '../oracle/addresses.ts';
import type { Answer, Ask } from '../oracle/ask.ts';
import { crawl } from '../oracle/crawl.ts';
import type { Marks } from '../oracle/marks.ts';
import { tellCity, type Told } from '../oracle/told-city.ts';
import { letLookersIn, letReporterIn } from '../oracle/viewers-in.ts';
import { newSeed } from '../seeded-random.ts';
import { formsIn, type FoundForm } from './forms-in.ts';
import { hostileFiles, multipartOf, multipartType } from './hostile-files.ts';
import { hostileText } from './hostile.ts';

const seed = newSeed();
const isLong = process.env['LAKSA_FULL'] === '1';
/** For each form of each viewer. */
const numRuns = isLong ? 200 : 8;
const bound = isLong ? { perShape: 40, perQuery: 20, perLanguage: 3 } : { perShape: 6, perQuery: 1, perLanguage: 1 };

let site: FenceSite;
let told: readonly Told[];
let viewers: readonly { readonly name: string; readonly ask: Ask }[];

beforeAll(async () => {
  site = await startFenceSite();
  const [first] = site.cities;
  const marks: Marks = new Map();
  told = await tellCity(site, first, marks, { perKind: 1, from: 1 });
  const lookers = await letLookersIn(site);
  const [own] = told;
  if (own === undefined) throw new Error('a city was told of');
  viewers = [
    ...lookers.filter(({ viewer }) => !viewer.startsWith('key')).map(({ viewer, ask }) => ({ name: viewer, ask })),
    { name: 'reporter', ask: await letReporterIn(site, first, own) },
  ];
}, 900_000);

afterAll(() => site.close());

/** Every form that posts, on every page this viewer comes to, once for each shape. */
const formsOf = async (ask: Ask): Promise<readonly FoundForm[]> => {
  const found = new Map<string, FoundForm>();
  const listening: Ask = async (question) => {
    const answer = await ask(question);
    if (String(answer.headers['content-type']).includes('html'))
      for (const form of formsIn(answer.body, question.url)) found.set(shapeOf(form), form);
    return answer;
  };
  await crawl(listening, startsOf(site.app, told), bound);
  return [...found.values()];
};

/** What goes over the wire, and how a line tells of it. */
type Sending = {
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | Buffer;
  readonly told: string;
};

const asTyped = (fields: readonly (readonly [string, string])[]): Sending => {
  const payload = new URLSearchParams(fields.map(([field, value]) => [field, value.toWellFormed()])).toString();
  return { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload, told: payload.slice(0, 500) };
};

/** The same of a form that takes files, with files. */
const withFiles = (form: FoundForm): fc.Arbitrary<Sending> =>
  fc.tuple(sendingsOf(form), hostileFiles(form.files), fc.boolean()).map(([fields, files, isRaw]) => ({
    headers: { 'content-type': multipartType },
    payload: multipartOf(fields, files, isRaw),
    told: JSON.stringify({
      fields,
      files: files.map(({ field, name, bytes }) => [field, name, bytes.toString('base64').slice(0, 60)]),
      isRaw,
    }).slice(0, 800),
  }));

const shapeOf = ({ action, fields }: FoundForm): string =>
  `${action.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{10}/g, ':id')} ${[...new Set(fields.map(([name]) => name))].toSorted().join(' ')}`;

/** The form as it stands, with some of its fields filled in by nobody who means well. */
const sendingsOf = ({ fields }: FoundForm): fc.Arbitrary<readonly (readonly [string, string])[]> =>
  fc
    .tuple(
      ...fields.map(([name, value]) =>
        fc.oneof(
          { weight: 3, arbitrary: fc.constant([[name, value]] as const) },
          { weight: 2, arbitrary: hostileText().map((typed) => [[name, typed]] as const) },
          { weight: 1, arbitrary: fc.constant([]) },
          {
            weight: 1,
            arbitrary: hostileText().map(
              (typed) =>
                [
                  [name, value],
                  [name, typed],
                ] as const,
            ),
          },
        ),
      ),
    )
    .map((parts) => parts.flat());

const wrongWith = ({ statusCode, headers, body }: Answer): string | null => {
  if (statusCode >= 500) return `${statusCode}`;
  if (headers['x-content-type-options'] !== 'nosniff' || headers['content-security-policy'] === undefined)
    return 'security headers';
  if (statusCode >= 300 && statusCode < 400)
    return /^(?:\/(?![/\\])|http:\/\/satu\.example\/|http:\/\/dua\.example\/)/.test(String(headers.location))
      ? null
      : `leads to ${headers.location}`;
  if (/<script>alert|<img src=x/.test(body)) return 'markup that was typed';
  const type = String(headers['content-type']);
  if (!type.startsWith('text/html')) return /json|pdf|image|octet-stream|xml/.test(type) ? null : `type ${type}`;
  return body.startsWith('<!doctype html>') ? null : 'no page';
};

/** Whoever signs out has nothing more to send. */
const endsSession = /keluar/;

it('every form of every viewer answers whatever is typed with a page or a redirect of ours, and never breaks down', async () => {
  const wrong = new Map<string, string>();
  let [forms, sent, taking] = [0, 0, 0];
  for (const { name, ask } of viewers) {
    const found = (await formsOf(ask)).filter(({ action }) => !endsSession.test(action));
    expect(found, `${name} has been shut out`).not.toEqual([]);
    forms += found.length;
    for (const form of found) {
      const send = async ({ headers, payload, told: how }: Sending): Promise<void> => {
        sent += 1;
        const why = wrongWith(await ask({ method: 'POST', url: form.action, headers, payload }));
        if (why !== null) wrong.set(`${name} ${shapeOf(form)}: ${why}`, `${form.action} ${how}`);
      };
      await fc.assert(fc.asyncProperty(sendingsOf(form).map(asTyped), send), { seed, numRuns });
      if (!form.isMultipart) continue;
      taking += 1;
      await fc.assert(fc.asyncProperty(withFiles(form), send), { seed, numRuns: numRuns * 5 });
    }
    await forgetLimits(site.admin);
  }
  console.log(
    `seed ${seed}; ${forms} forms of ${viewers.length} viewers, ${taking} of them with files, sent ${sent} times`,
  );
  expect(forms).toBeGreaterThan(40);
  expect(taking).toBeGreaterThan(5);
  expect([...wrong].map(([what, how]) => `${what} <- ${how}`)).toEqual([]);
}, 3_600_000);
