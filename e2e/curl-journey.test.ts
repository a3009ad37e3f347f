import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { slipOn } from '../src/commands/replay/citizen.ts';
import { eventOf, lettersAbout } from './letters.ts';
import { startService, type Service } from './service.ts';
import { handleThroughPages, lastEvent, typedReport } from './story.ts';
import { formFor, visit } from './visitor.ts';

let service: Service;

beforeAll(async () => {
  service = await startService();
}, 180_000);
afterAll(async () => service?.remove(), 60_000);

describe('with nothing but HTTP, forms and cookies', () => {
  it('a report is filed, handled by every office, confirmed and rated, and each letter is written in its order', async () => {
    const citizen = visit(service.origin);
    const form = formFor(await citizen.get('/lapor'), '/lapor');
    const filed = await citizen.send(form, { ...typedReport, step: 'send' }, 'multipart');
    expect(filed.status).toBe(200);
    expect(filed.body).toContain('Layanan ini belum mengirim email');
    const { number, claimCode } = slipOn(filed);

    // The same form once more: the same report.
    expect(slipOn(await citizen.send(form, { ...typedReport, step: 'send' }, 'multipart'))).toEqual({
      number,
      claimCode,
    });

    const asked = await citizen.get('/lacak');
    const own = await citizen.send(formFor(asked, '/lacak'), { nomor: number, kode: claimCode });
    expect(own.path).toBe(`/lacak/${number}`);
    expect(own.body).toContain('Sudah dua motor jatuh di situ.');

    await handleThroughPages(service.origin, await service.logins(), number);

    const answered = await citizen.get(`/lacak/${number}`);
    expect(answered.body).toContain('Lampunya sudah diganti.');
    const closed = await citizen.send(formFor(answered, 'confirm'), { rating: '5', message: 'Terima kasih.' });
    expect(closed.status).toBe(200);

    const shown = await citizen.get(`/laporan/${number}`);
    expect(shown.status).toBe(200);
    expect(shown.body).toContain('Lampu jalan di depan puskesmas padam.');
    expect(shown.body).not.toContain('Sudah dua motor jatuh di situ.');

    const letters = await lettersAbout(service, number, lastEvent);
    expect(letters.map(eventOf)).toEqual([...new Set(letters.map(eventOf))].toSorted((a, b) => a - b));
    expect(await service.readLetter(letters[0] ?? '')).toContain(typedReport.email);
    citizen.close();
  }, 90_000);

  it('a post that asks from another site changes nothing', async () => {
    const answer = await fetch(`${service.origin}/lapor`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
      body: new URLSearchParams({ description: 'x' }),
      redirect: 'manual',
    });
    expect(answer.status).toBe(403);
  });

  it('what is wrong with a form is said, and nothing typed is lost', async () => {
    const citizen = visit(service.origin);
    const form = formFor(await citizen.get('/lapor'), '/lapor');
    const refused = await citizen.send(
      form,
      { description: '', place: 'Depan "Puskesmas" <Cibodas>', email: 'bukan surat', step: 'send' },
      'multipart',
    );
    expect(refused.status).toBe(422);
    expect(formFor(refused, '/lapor').fields).toMatchObject({
      place: 'Depan "Puskesmas" <Cibodas>',
      email: 'bukan surat',
    });
    citizen.close();
  });
});
