import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { createApiKey } from '../../commands/apikey.ts';
import { scopes } from '../../domain/access.ts';
import { forgetLimits } from '../fences/city-state.ts';
import { startFenceSite, type FenceSite } from '../fences/fence-site.ts';
import { fileSample } from '../report-life.ts';
import { newSeed } from '../seeded-random.ts';
import { hostileText, hostileValue } from './hostile.ts';
import { nearlyOf, valuesOf, type Schema } from './schema-values.ts';

type Parameter = { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly schema: Schema };
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
type Operation = {
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
};
type Described = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

const seed = newSeed();
/** For each operation. */
const numRuns = process.env['LAKSA_FULL'] === '1' ? 3_000 : 250;

let site: FenceSite;
let described: Described;
let keys: readonly (string | null)[];
let known: readonly string[];
let numbers: readonly string[];

beforeAll(async () => {
  site = await startFenceSite();
  const [first, second] = site.cities;
  described = (await site.app.inject({ url: '/api/v1/openapi.json', headers: { host: 'satu.example' } })).json();
  const reports = [];
  for (let filed = 0; filed < 4; filed += 1) reports.push(await fileSample(site.laksa, first));
  const post = { slug: 'koordinator' };
  const own = await Promise.all(scopes.map((scope) => createApiKey(site.laksa, first, { post, scopes: [scope] })));
  const all = await createApiKey(site.laksa, first, { post, scopes });
  const foreign = await createApiKey(site.laksa, second, { post, scopes });
  keys = [null, 'nobody-gave-this', foreign, ...own, ...Array.from({ length: 8 }, () => all)];
  const { rows } = await site.admin.query<{ word: string }>(
    'select slug as word from laksa.category union select slug from laksa.agency union select slug from laksa.post union select code from laksa.village',
  );
  numbers = reports.map(({ number }) => number);
  known = [...numbers, ...rows.map(({ word }) => word), 'siti@contoh.id', '081234567890'];
});

afterAll(() => site.close());

type Call = { readonly url: string; readonly headers: Record<string, string>; readonly payload?: string };

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** As many ways to call it wrongly as rightly. */
const callsOf = (path: string, { parameters = [], requestBody }: Operation): fc.Arbitrary<Call> => {
  const one = (schema: Schema) =>
    fc.oneof({ weight: 3, arbitrary: valuesOf(schema, known) }, { weight: 1, arbitrary: hostileText() });
  const inPath = parameters.filter(({ in: where }) => where === 'path');
  const rest = parameters.filter(({ in: where }) => where !== 'path');
  const given: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc
    .subarray([...rest], { maxLength: Math.min(2, rest.length) })
    .chain((chosen) =>
      fc.record({
        ...Object.fromEntries(chosen.map(({ name, schema }) => [name, one(schema)])),
        ...Object.fromEntries(inPath.map(({ name }) => [name, fc.oneof(fc.constantFrom(...numbers), hostileText())])),
      }),
    );
  const schema = requestBody?.content['application/json']?.schema;
  const json = schema === undefined ? fc.constant(undefined) : bodies(schema);
  const type = fc.constantFrom(...Array.from({ length: 12 }, () => 'application/json'), 'text/plain', '');
  return fc.tuple(given, json, fc.constantFrom(...keys), type).map(([values, body, key, contentType]) => {
    const of = (where: string) => parameters.filter((parameter) => parameter.in === where && parameter.name in values);
    const query = new URLSearchParams(of('query').map(({ name }) => [name, textOf(values[name]).toWellFormed()]));
    const headers = Object.fromEntries(of('header').map(({ name }) => [name, headerOf(textOf(values[name]))]));
    const address = of('path').reduce(
      (url, { name }) => url.replace(`{${name}}`, encodeURIComponent(inPathOf(textOf(values[name])))),
      path,
    );
    return {
      url: `${address}?${query}`,
      headers: {
        ...headers,
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined || contentType === '' ? {} : { 'content-type': contentType }),
      },
      ...(body === undefined ? {} : { payload: body }),
    };
  });
};

/** `.` and `..` are no names but ways: they lead to another address. */
const inPathOf = (text: string): string => (/^\.{0,2}$/.test(text) ? 'x' : text.toWellFormed());

/** No client can send a line break, or what is not Latin, in a header. */
const headerOf = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '').trim();

const bodies = (schema: Schema): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: valuesOf(schema, known).map((value) => JSON.stringify(value)) },
    { weight: 3, arbitrary: nearlyOf(schema, known).map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: hostileValue().map((value) => JSON.stringify(value) ?? '') },
    { weight: 1, arbitrary: hostileText() },
  );

const checker = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });

const schemaFor = ({ responses }: Operation, status: number, contentType: string): Schema | null => {
  const content = responses[status]?.content ?? {};
  return content[contentType.split(';')[0] ?? '']?.schema ?? null;
};

it('every operation answers whatever it is asked as its description says, and never breaks down', async () => {
  const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  expect(operations.length).toBeGreaterThan(5);
  const wrong = new Map<string, string>();
  const seen = new Map<string, number>();
  for (const { path, method, operation } of operations) {
    await fc.assert(
      fc.asyncProperty(callsOf(path, operation), async ({ url, headers, payload }) => {
        const answer = await site.app.inject({
          method: method as 'GET',
          url,
          headers: { host: 'satu.example', ...headers },
          ...(payload === undefined ? {} : { payload }),
        });
        const status = answer.statusCode;
        const what = `${method} ${path} ${status}`;
        seen.set(what, (seen.get(what) ?? 0) + 1);
        const type = String(answer.headers['content-type'] ?? '');
        const schema = schemaFor(operation, status, type);
        const call = `${url} ${JSON.stringify(headers)} ${payload ?? ''}`.slice(0, 400);
        if (status >= 500) wrong.set(what, `broke down: ${call}`);
        else if (operation.responses[status] === undefined)
          wrong.set(what, `not described: ${call} -> ${answer.body.slice(0, 200)}`);
        else if (schema === null) wrong.set(what, `described without ${type}: ${call}`);
        else if (!checker.validate(schema, answer.json()))
          wrong.set(what, `${checker.errorsText()}: ${call} -> ${answer.body.slice(0, 300)}`);
        if (answer.headers['x-content-type-options'] !== 'nosniff') wrong.set(`${what} headers`, call);
      }),
      { seed, numRuns },
    );
    await forgetLimits(site.admin);
  }
  console.log(`seed ${seed}; ${[...seen].map(([what, times]) => `${what}: ${times}`).join(', ')}`);
  expect([...wrong].map(([what, why]) => `${what} ${why}`)).toEqual([]);
}, 1_800_000);
