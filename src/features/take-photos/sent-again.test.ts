import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import { moved } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { openBrowser, signedIn } from '../sign-in/testing/officer.ts';
import { multipartTo, type SentPart } from './testing/multipart.ts';
import { plainPicture } from './testing/pictures.ts';

let site: TestSite;
let city: Tenant;
beforeAll(async () => {
  site = await startTestSite();
  [city] = site.cities;
});
afterAll(() => site.close());

const photo = async (colour: string): Promise<SentPart> => ({
  name: 'photos',
  value: await plainPicture(colour),
  file: `${colour}.png`,
});

/** Sends the form in one browser and gives the page after it. */
const openForm = () => {
  const nonce = crypto.randomUUID();
  const browser = openBrowser(site, city);
  const send = async (photos: readonly SentPart[], under = nonce) => {
    const fields = [
      { name: 'nonce', value: under },
      { name: 'description', value: `Lampu jalan mati di depan warung ${nonce}.` },
      { name: 'step', value: 'send' },
    ];
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = await site.app.inject(multipartTo(city, '/lapor', [...fields, ...photos], cookie));
    for (const { name, value } of sent.cookies) browser.cookies.set(name, value);
    expect(sent.statusCode).toBe(303);
    const page = (await browser.get(String(sent.headers.location))).body;
    return { page, number: /data-number="(\d{10})"/.exec(page)?.[1] ?? '' };
  };
  return { send };
};

const photosOf = (number: string): Promise<number> =>
  site.laksa.database.inTenant(city.id, async (tx) => {
    const rows = await tx
      .selectFrom('photo')
      .innerJoin('report', 'report.id', 'photo.report_id')
      .select('photo.id')
      .where('photo.tenant_id', '=', city.id)
      .where('report.tenant_id', '=', city.id)
      .where('number', '=', number)
      .execute();
    return rows.length;
  });

const eventsOf = (number: string) =>
  site.laksa.database.inTenant(city.id, (tx) =>
    tx
      .selectFrom('report_event')
      .innerJoin('report', 'report.id', 'report_event.report_id')
      .select(['report_event.kind', 'commitments', 'report.version'])
      .where('report_event.tenant_id', '=', city.id)
      .where('report.tenant_id', '=', city.id)
      .where('number', '=', number)
      .orderBy('seq')
      .execute(),
  );

describe('a form that is sent again with photos', () => {
  it('brings those that are new to its report, once, and the history knows of them', async () => {
    const { send } = openForm();
    const { number } = await send([await photo('red')]);
    const again = await send([await photo('red'), await photo('blue')]);
    expect(again.number).toBe(number);
    expect(again.page).not.toContain('Foto yang tidak diterima');
    await send([await photo('blue')]);
    expect(await photosOf(number)).toBe(2);
    const events = await eventsOf(number);
    expect(events.map(({ kind, version }) => [kind, version])).toEqual([
      ['filed', 2],
      ['photos_added', 2],
    ]);
    expect(Object.keys(events[1]?.commitments ?? {})).toEqual(['photo_2']);
    const officer = await signedIn(site, city, 'verifikator');
    expect((await officer.get(`/petugas/laporan/${number}`)).body).toContain('Foto ditambahkan pelapor');
  });

  it('does the same when it comes back under a new nonce, and keeps to five', async () => {
    const { send } = openForm();
    const { number } = await send([await photo('red'), await photo('green')]);
    const colours = ['red', 'blue', 'white', 'black', 'yellow'];
    const again = await send(await Promise.all(colours.map(photo)), crypto.randomUUID());
    expect(again.number).toBe(number);
    expect(await photosOf(number)).toBe(5);
    expect(again.page).toContain('<bdi>yellow.png</bdi>: Paling banyak lima foto.');
    expect(again.page).not.toContain('black.png');
  });

  it('is told by name which were not added once an officer has worked with the report', async () => {
    const { send } = openForm();
    const { number } = await send([]);
    const note = { move: 'note', message: 'Sudah dibaca.' } as const;
    await moved(site.laksa, city, { number, by: 'verifikator', command: note });
    const again = await send([await photo('red')]);
    expect(again.number).toBe(number);
    expect(again.page).toContain('<bdi>red.png</bdi>: Laporan ini sudah diterima dan mulai diproses');
    expect(await photosOf(number)).toBe(0);
  });
});
