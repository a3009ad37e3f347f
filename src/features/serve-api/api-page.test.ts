import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { lifecycle } from '../../domain/lifecycle.ts';
import { operationsOf, type ApiOperation } from './api-document.ts';
import { curlOf } from './curl.ts';
import { hosts, startApiSite, type ApiSite } from './testing/api-site.ts';

let site: ApiSite;
let openApi: {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly [member: string]: unknown }>>>>;
};
let operations: readonly ApiOperation[];

beforeAll(async () => {
  site = await startApiSite();
  openApi = (await site.app.inject({ url: '/api/v1/openapi.json', headers: { host: hosts.first } })).json();
  operations = operationsOf(openApi);
});
afterAll(() => site.close());

const operation = (name: string): ApiOperation => {
  const found = operations.find(({ method, path }) => `${method} ${path}` === name);
  if (found === undefined) throw new Error(`the specification has no ${name}`);
  return found;
};

describe('the specification', () => {
  it('is OpenAPI 3.1 and lists every route under /api/v1', () => {
    expect(openApi.openapi).toBe('3.1.0');
    expect(operations.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
      'GET /api/v1/agencies',
      'GET /api/v1/categories',
      'GET /api/v1/reports',
      'GET /api/v1/reports/{number}',
      'GET /api/v1/villages',
      'POST /api/v1/reports',
      'POST /api/v1/reports/{number}/moves',
      'POST /api/v1/uploads',
    ]);
  });

  it('gives each a summary, a description, tags, an id of its own, its answers, and who may', () => {
    const all = Object.values(openApi.paths).flatMap((methods) => Object.values(methods));
    for (const one of all)
      expect(one).toMatchObject({
        summary: expect.any(String),
        description: expect.any(String),
        operationId: expect.any(String),
        tags: [expect.any(String)],
        security: expect.any(Array),
        responses: expect.any(Object),
      });
    expect(new Set(all.map((one) => one['operationId'])).size).toBe(all.length);
    expect(operation('POST /api/v1/reports').key).toBe('needed');
    expect(operation('POST /api/v1/reports/{number}/moves').key).toBe('optional');
    expect(operation('GET /api/v1/categories').key).toBe('none');
  });

  it('declares what stands in its addresses, and points to nothing that is not there', () => {
    for (const { path, parameters } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.filter(({ name }) => inPath.includes(name)).map(({ isRequired }) => isRequired)).toEqual(
        inPath.map(() => true),
      );
    }
    const pointers = [...JSON.stringify(openApi).matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer]) => pointer);
    expect(pointers).toEqual([]);
  });

  it('describes refusals as problem+json', () => {
    const responses = openApi.paths['/api/v1/reports/{number}/moves']?.['post']?.['responses'];
    for (const status of ['401', '403', '404', '409', '412', '422', '429']) {
      expect(responses).toMatchObject({
        [status]: { content: { 'application/problem+json': { schema: { properties: { kind: { type: 'string' } } } } } },
      });
    }
  });

  it('has a body for every move that can be asked for, with what the rules demand of it', () => {
    const { bodies } = operation('POST /api/v1/reports/{number}/moves');
    expect(bodies.map(({ title }) => title).toSorted()).toEqual(
      Object.keys(lifecycle)
        .filter((move) => move !== 'expire')
        .toSorted(),
    );
    const required = (move: string) =>
      bodies
        .find(({ title }) => title === move)
        ?.fields.filter(({ isRequired }) => isRequired)
        .map(({ name }) => name);
    expect(required('verify')).toEqual(['move', 'class', 'category']);
    expect(required('dispute')).toEqual(['move', 'reason', 'message']);
    expect(required('approve')).toEqual(['move']);
    const named = (move: string) => bodies.find(({ title }) => title === move)?.fields.map(({ name }) => name);
    expect(named('confirm')).toContain('claim_code');
    expect(named('verify')).toContain('publish.description');
    expect(named('verify')).not.toContain('claim_code');
  });

  it('names every member of a body, so that a program can be written from it', () => {
    const [body] = operation('POST /api/v1/reports').bodies;
    expect(body?.fields.map(({ name }) => name)).toEqual([
      'kind',
      'title',
      'description',
      'category',
      'occurred_on',
      'village',
      'place',
      'lat',
      'lng',
      'name',
      'phone',
      'email',
      'anonymous',
      'secret',
      'language',
      'nonce',
    ]);
    expect(body?.fields.filter(({ isRequired }) => isRequired).map(({ name }) => name)).toEqual(['description']);
  });
});

describe('the page at /api', () => {
  it('shows every operation with a line that can be run, in either language, without script', async () => {
    const page = await site.app.inject({ url: '/api', headers: { host: hosts.first } });
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    for (const { path } of operations) expect(page.body).toContain(path);
    expect(page.body).toContain('http://satu.example/api/v1/categories');
    expect(page.body).not.toContain('<script');
    expect(page.body).not.toMatch(/ style=/);
    const english = await site.app.inject({ url: '/api?lang=en', headers: { host: hosts.first } });
    expect(english.body).toContain('For programs that read or send reports.');
  });

  it('gives examples that the interface takes', async () => {
    const [city] = site.cities;
    const create = operation('POST /api/v1/reports');
    const key = await site.keyOf(city, 'verifikator', ['report:create', 'report:handle']);
    const headers = { host: hosts.first, authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const made = await site.app.inject({
      method: 'POST',
      url: create.path,
      headers,
      payload: JSON.stringify(create.example),
    });
    expect(made.statusCode).toBe(201);
    const moves = operation('POST /api/v1/reports/{number}/moves');
    const moved = await site.app.inject({
      method: 'POST',
      url: moves.path.replace('{number}', made.json().number),
      headers,
      payload: JSON.stringify(moves.example),
    });
    expect(moved.statusCode).toBe(200);
  });

  it('writes a line for a shell that holds through its quoting', () => {
    const line = curlOf(
      { method: 'POST', path: '/api/v1/reports/{number}/moves', key: 'needed', example: { message: "it's" } },
      'http://satu.example',
    );
    expect(line).toBe(
      `curl -X POST -H "Authorization: Bearer $LAKSA_KEY" -H 'Content-Type: application/json' -d '{"message":"it'\\''s"}' "http://satu.example/api/v1/reports/$NUMBER/moves"`,
    );
    expect(
      curlOf({ method: 'GET', path: '/api/v1/categories', key: 'none', example: undefined }, 'http://satu.example'),
    ).toBe('curl "http://satu.example/api/v1/categories"');
    expect(curlOf(operation('POST /api/v1/uploads'), 'http://satu.example')).toBe(
      'curl -X POST -H "Authorization: Bearer $LAKSA_KEY" -F "number=$NUMBER" -F file=@foto.jpg "http://satu.example/api/v1/uploads"',
    );
  });
});
