import { afterAll, beforeAll, expect, it } from 'vitest';

import { reportStates } from '../../domain/report.ts';
import { startTestSite, type TestSite } from '../../testing/test-site.ts';
import { openBrowser, signedIn } from '../sign-in/testing/officer.ts';

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite();
});
afterAll(() => site.close());

it('shows every state, tone and kind of field to whoever works here, in both languages, and to nobody else', async () => {
  const officer = await signedIn(site, site.cities[0], 'verifikator');
  const { body } = await officer.get('/petugas/ui');
  expect(body.match(/class="badge-shape"/g)).toHaveLength(reportStates.length);
  for (const piece of ['button-primary', 'button-secondary', 'button-danger', 'field-wrong', '<textarea', '<select'])
    expect(body).toContain(piece);
  for (const tone of ['info', 'success', 'warning', 'danger']) expect(body).toContain(`notice notice-${tone}`);
  expect((await officer.get('/petugas/ui?lang=en')).body).toContain('Components');
  const stranger = await openBrowser(site, site.cities[0]).get('/petugas/ui');
  expect([stranger.statusCode, stranger.headers.location]).toEqual([303, '/petugas/masuk?next=%2Fpetugas%2Fui']);
});
