import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { photoLimits } from '../../domain/photo.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { multipartTo, type SentPart } from './testing/multipart.ts';
import { plainPicture } from './testing/pictures.ts';

let site: TestSite;
let city: Tenant;
let port: number;
beforeAll(async () => {
  site = await startTestSite();
  [city] = site.cities;
  // As the service has it, only sooner: a whole request within 2 s instead of 10 minutes.
  Object.assign(site.app.server, { requestTimeout: 2_000, headersTimeout: 1_000, connectionsCheckingInterval: 200 });
  port = Number(new URL(await site.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => site.close());

const boundary = 'a-line-that-nobody-types';

/** A line to the server, on which anything can be said; what it answers until it hangs up. `goesOn`: whoever speaks does not stop at a goodbye. */
const openLine = async (goesOn = false): Promise<{ readonly socket: Socket; readonly answer: Promise<string> }> => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: goesOn });
  await once(socket, 'connect');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined);
  const answer = new Promise<string>((done) => {
    socket.once('close', () => done(Buffer.concat(chunks).toString()));
  });
  return { socket, answer };
};

const headTo = (path: string, length: number | null): string =>
  [
    `POST ${path} HTTP/1.1`,
    `Host: ${new URL(city.origin).host}`,
    `Content-Type: multipart/form-data; boundary=${boundary}`,
    length === null ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`,
    'Connection: close',
    '\r\n',
  ].join('\r\n');

const partHead = (name: string, file?: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"`}\r\n\r\n`;

/** Says it all over a socket and hangs up when the server has answered. */
const say = async (path: string, parts: readonly SentPart[]): Promise<string> => {
  const { payload } = multipartTo(city, path, parts);
  const { socket, answer } = await openLine();
  socket.write(headTo(path, payload.length));
  socket.write(payload);
  return answer;
};

const form = (nonce: string, step = 'edit'): readonly SentPart[] => [
  { name: 'nonce', value: nonce },
  { name: 'description', value: `Lampu jalan mati ${nonce}.` },
  { name: 'step', value: step },
];

const rows = async (tenant = city) =>
  site.laksa.database.inTenant(tenant.id, (tx) =>
    tx.selectFrom('photo').select(['id', 'state']).where('tenant_id', '=', tenant.id).execute(),
  );

describe('a form that does not end as it should', () => {
  it('with a boundary that never comes is refused, and nothing of it stays', async () => {
    const before = await rows();
    const { socket, answer } = await openLine();
    const picture = await plainPicture('red', 'jpeg');
    const body = Buffer.concat([Buffer.from(partHead('photos', 'a.jpg')), picture, Buffer.alloc(300_000, 65)]);
    socket.write(headTo('/lapor', body.length));
    socket.write(body);
    expect(await answer).toMatch(/^HTTP\/1.1 400 /);
    expect(await rows()).toEqual(before);
  });

  it('that comes a byte at a time is ended with 408, the line with it, and nothing of it stays', async () => {
    const before = await rows();
    const { socket, answer } = await openLine(true);
    const picture = await plainPicture('blue', 'jpeg');
    socket.write(headTo('/lapor', 1_000_000));
    socket.write(partHead('photos', 'b.jpg'));
    socket.write(picture);
    socket.write(Buffer.alloc(5_000, 66));
    const drip = setInterval(() => socket.writable && socket.write('x'), 100);
    await vi.waitFor(async () => expect((await rows()).length).toBe(before.length + 1), { timeout: 1_500 });
    const ended = await Promise.race([answer, pause(8_000, 'the line is still open')]);
    clearInterval(drip);
    socket.destroy();
    expect(ended).toMatch(/^HTTP\/1.1 408 /);
    await vi.waitFor(async () => expect(await rows()).toEqual(before), { timeout: 5_000 });
  }, 20_000);

  it('with ten thousand fields is too much, and the picture in it does not stay', async () => {
    const before = await rows();
    const picture = { name: 'photos', value: await plainPicture('green'), file: 'c.png' };
    const fields = Array.from({ length: 10_000 }, (_, at) => ({ name: `field${at}`, value: 'x' }));
    expect(await say('/lapor', [picture, ...fields])).toMatch(/^HTTP\/1.1 413 /);
    expect(await rows()).toEqual(before);
  });
});

describe('a picture that is none of ours to keep', () => {
  it('without a byte, or with one too many, is named; the words are kept', async () => {
    const before = await rows();
    const large = Buffer.concat([await plainPicture('red', 'jpeg'), Buffer.alloc(photoLimits.bytes + 1024 * 1024)]);
    const answer = await say('/lapor', [
      ...form(crypto.randomUUID()),
      { name: 'photos', value: '', file: 'kosong.jpg' },
      { name: 'photos', value: large, file: 'besar.jpg' },
    ]);
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    expect(answer).toContain('<bdi>kosong.jpg</bdi>: Berkasnya kosong.');
    expect(answer).toContain('<bdi>besar.jpg</bdi>: Lebih dari 20 MB.');
    expect(answer).toContain('Lampu jalan mati');
    expect(await rows()).toEqual(before);
  });

  it('sent twice in one form, under a name that would lead out of the folder, is one picture', async () => {
    const before = await rows();
    const value = await plainPicture('orange');
    const names = ['../../../../etc/passwd', '..\\\\..\\\\windows\\\\system.ini'];
    const answer = await say('/lapor', [
      ...form(crypto.randomUUID()),
      ...names.map((file) => ({ name: 'photos', value, file })),
    ]);
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    const added = (await rows()).filter(({ id }) => !before.some((row) => row.id === id));
    expect(added).toHaveLength(1);
    const where = { tenantId: city.id, id: added[0]?.id ?? '', name: 'original' } as const;
    const stored = await site.laksa.files.read(where);
    stored?.content.destroy();
    expect(stored?.bytes).toBeGreaterThan(value.length);
  });

  it('under the nonce of another city does not reach what waits there', async () => {
    const [, neighbour] = site.cities;
    const nonce = crypto.randomUUID();
    const waiting = [...form(nonce), { name: 'photos', value: await plainPicture('purple'), file: 'd.png' }];
    await site.app.inject(multipartTo(neighbour, '/lapor', waiting));
    const [theirs] = await rows(neighbour);
    const answer = await say('/lapor', [...form(nonce, 'send'), { name: 'drop', value: theirs?.id ?? '' }]);
    expect(answer).toMatch(/^HTTP\/1.1 303 /);
    expect(await rows(neighbour)).toEqual([theirs]);
  });
});
