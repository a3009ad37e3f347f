import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Tenant } from '../../platform/tenant/tenant.ts';
import { moved } from '../../testing/report-life.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { openBrowser, signedIn, type Officer } from '../sign-in/testing/officer.ts';
import { multipartTo, type SentPart } from './testing/multipart.ts';
import { plainPicture } from './testing/pictures.ts';

let site: TestSite;
let city: Tenant;
beforeAll(async () => {
  site = await startTestSite();
  [city] = site.cities;
});
afterAll(() => site.close());

let verifier: Officer | undefined;
const verifierReads = async (path: string): Promise<string> => {
  verifier ??= await signedIn(site, city, 'verifikator');
  return (await verifier.get(path)).body;
};

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
  /** Mends the words by the way that the page after the form shows. */
  const correct = async (page: string, description: string) => {
    const way = /href="(\/lapor\/lacak\?surat=[^"]*ke=perbaiki)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const form = String((await browser.get(way)).headers.location);
    return browser.post(form, { description, title: '', place: '' });
  };
  return { send, correct };
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
    expect(await verifierReads(`/petugas/laporan/${number}`)).toContain('Foto ditambahkan pelapor');
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

  it('leaves the half hour in which the words may be mended, and what is mended then is what everyone after reads', async () => {
    const { send, correct } = openForm();
    await send([await photo('red')]);
    const again = await send([await photo('blue')]);
    const mended = await correct(again.page, 'Lampu jalan padam di depan warung.');
    expect([mended.statusCode, mended.headers.location]).toEqual([303, `/lacak/${again.number}?diperbaiki=1`]);
    expect((await eventsOf(again.number)).map(({ kind }) => kind)).toEqual(['filed', 'photos_added', 'corrected']);
    const queue = await verifierReads('/petugas');
    expect(queue).toContain('Lampu jalan padam di depan warung.');
    expect(await verifierReads(`/petugas/laporan/${again.number}`)).toContain('Foto ditambahkan pelapor');
  });

  it('joins a report that was corrected, which keeps its new words; what there is no room for is told by name', async () => {
    const { send, correct } = openForm();
    const { number, page } = await send([await photo('red')]);
    expect((await correct(page, 'Lampu jalan padam di depan bengkel.')).statusCode).toBe(303);
    const again = await send(await Promise.all(['blue', 'white', 'black', 'yellow', 'green'].map(photo)));
    expect(again.number).toBe(number);
    expect(await photosOf(number)).toBe(5);
    expect(again.page).toContain('<bdi>green.png</bdi>: Paling banyak lima foto.');
    expect(again.page).not.toContain('ke=perbaiki');
    expect((await eventsOf(number)).map(({ kind }) => kind)).toEqual(['filed', 'corrected', 'photos_added']);
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
