import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { uploadLimits } from '../../domain/upload-limits.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { formStage } from '../../store/photo-stage.ts';
import { stagedPhotos } from '../../store/staged-photos.ts';
import { countBytes, countUpload } from '../../store/upload-limits.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { multipartTo } from './testing/multipart.ts';
import { plainPicture } from './testing/pictures.ts';

let site: TestSite;
let city: Tenant;
let neighbour: Tenant;
beforeAll(async () => {
  site = await startTestSite();
  [city, neighbour] = site.cities;
});
afterAll(() => site.close());

const megabyte = 1_000_000;
const inAnHour = uploadLimits[1].max;

const upload = async (remoteAddress: string, to = city, nonce = crypto.randomUUID()) => {
  const parts = [
    { name: 'nonce', value: nonce },
    { name: 'photo', value: await plainPicture('red'), file: 'a.png' },
  ];
  return site.app.inject({ ...multipartTo(to, '/lapor/foto', parts), remoteAddress });
};

/** Leaves a network so many megabytes of its hour. */
const leaveMegabytes = (network: string, left: number) =>
  countBytes(site.laksa, { tenantId: city.id, network }, (inAnHour - left + 1) * megabyte);

/** The queue in which a picture waits to be worked on. */
const queueOf = async (photoId: string): Promise<string> => {
  const client = new pg.Client({ connectionString: site.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ queue_name: string }>(
      `select q.queue_name from graphile_worker._private_jobs j join graphile_worker._private_job_queues q on q.id = j.job_queue_id
       where j.payload ->> 'photoId' = $1`,
      [photoId],
    );
    return rows[0]?.queue_name.split(':')[1] ?? 'none';
  } finally {
    await client.end();
  }
};

describe('pictures from one network', () => {
  it('are taken up to their megabytes an hour; the next is told until when, in words of both languages', async () => {
    await leaveMegabytes('203.0.113.7', 2);
    expect((await upload('203.0.113.7')).statusCode).toBe(201);
    expect((await upload('::ffff:203.0.113.7')).statusCode).toBe(201);
    const nonce = crypto.randomUUID();
    const answer = await upload('203.0.113.7', city, nonce);
    expect([answer.statusCode, answer.json().problem]).toEqual([429, 'too_much_sent']);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(3_600);
    expect(answer.json().words).toContain('Terlalu banyak foto dari jaringan Anda');
    expect(await stagedPhotos(site.laksa, formStage(site.laksa.keyring, city.id, nonce))).toEqual([]);
    expect((await upload('203.0.113.8')).statusCode).toBe(201);
    expect((await upload('203.0.113.7', neighbour)).statusCode).toBe(201);
    site.clock.advance(3_600_000);
    expect((await upload('203.0.113.7')).statusCode).toBe(201);
  });

  it('are six hundred an hour', async () => {
    const sender = { tenantId: city.id, network: '203.0.113.20' };
    for (let sent = 0; sent < uploadLimits[0].max; sent += 1)
      expect((await countUpload(site.laksa, sender)).ok).toBe(true);
    expect((await upload('203.0.113.20')).statusCode).toBe(429);
  }, 60_000);

  it('count as large as they are: one that is larger than what is left is not kept', async () => {
    await leaveMegabytes('203.0.113.30', 2);
    const large = Buffer.concat([await plainPicture('red', 'jpeg'), Buffer.alloc(4 * megabyte)]);
    const nonce = crypto.randomUUID();
    const parts = [
      { name: 'nonce', value: nonce },
      { name: 'photo', value: large, file: 'besar.jpg' },
    ];
    const request = { ...multipartTo(city, '/lapor/foto', parts), remoteAddress: '203.0.113.30' };
    expect((await site.app.inject(request)).statusCode).toBe(429);
    expect(await stagedPhotos(site.laksa, formStage(site.laksa.keyring, city.id, nonce))).toEqual([]);
    expect((await upload('203.0.113.30')).statusCode).toBe(201);
  });

  it('that come with the form are named as not taken, and the report is filed', async () => {
    await leaveMegabytes('203.0.113.40', 0);
    const parts = [
      { name: 'nonce', value: crypto.randomUUID() },
      { name: 'description', value: 'Lampu jalan mati di depan warung.' },
      { name: 'step', value: 'send' },
      { name: 'photos', value: await plainPicture('red'), file: 'ramai.png' },
    ];
    const sent = await site.app.inject({ ...multipartTo(city, '/lapor', parts), remoteAddress: '203.0.113.40' });
    expect(sent.statusCode).toBe(303);
    const page = await site.app.inject({
      url: sent.headers.location ?? '',
      headers: { host: new URL(city.origin).host },
    });
    expect(page.body).toContain('<bdi>ramai.png</bdi>: Terlalu banyak foto dari jaringan Anda');
  });

  it('are not counted where the address says nothing of who is behind it', async () => {
    await leaveMegabytes('127.0.0.1', 0);
    await leaveMegabytes('10.1.2.3', 0);
    expect((await upload('127.0.0.1')).statusCode).toBe(201);
    expect((await upload('10.1.2.3')).statusCode).toBe(201);
  });

  it('beyond those of one report wait in a queue of their own, behind which nobody else waits', async () => {
    const queues = async (address: string, count: number) => {
      const found: string[] = [];
      for (let sent = 0; sent < count; sent += 1) {
        const { id } = (await upload(address)).json();
        found.push(await queueOf(id));
      }
      return found;
    };
    expect(await queues('203.0.113.50', 7)).toEqual([
      ...Array.from({ length: 5 }, () => 'photos'),
      'photos-of-many',
      'photos-of-many',
    ]);
    expect(await queues('203.0.113.51', 1)).toEqual(['photos']);
    expect(await queues('127.0.0.1', 7)).toEqual(Array.from({ length: 7 }, () => 'photos'));
  });
});
