import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { launchChromium } from './chromium.ts';
import { codeOf, loginOf } from './officer.ts';
import { startService, type Service } from './service.ts';

let service: Service;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService({ publicHost: 'localhost' }), launchChromium()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await service?.remove();
}, 60_000);

/** A browser on a device that opens its keys for its owner. */
const pageWithKeys = async (): Promise<Page> => {
  const context = await browser.newContext({ baseURL: service.origin.replace('127.0.0.1', 'localhost') });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return page;
};

it('an officer adds a key of the device, signs out, and signs in with it alone', async () => {
  const officer = loginOf(await service.logins(), { role: 'verifier' });
  const page = await pageWithKeys();
  await page.goto('/petugas/masuk');
  await page.fill('[name=login]', officer.login);
  await page.fill('[name=password]', officer.password);
  await page.click('main button[type=submit]');
  await page.fill('form[action="/petugas/masuk/kode"] [name=code]', await codeOf(officer));
  await page.click('main button[type=submit]');
  await page.goto('/petugas/akun/kunci');
  await page.fill('[name=name]', 'laptop kantor');
  await page.fill('[name=password]', 'not the password');
  await page.click('#add-passkey button');
  await page.waitForSelector('#add-passkey [role=alert]:not([hidden])');
  await page.fill('[name=password]', officer.password);
  await page.click('#add-passkey button');
  await page.waitForURL('**/petugas/akun?selesai=passkey_added');
  expect(await page.textContent('main')).toContain('laptop kantor');
  await page.click('form[action="/petugas/keluar"] button');
  await page.waitForURL('**/petugas/masuk*');
  await page.click('#by-passkey button');
  await page.waitForURL('**/petugas');
  expect(await page.textContent('h1')).toBe('Verifikator');
}, 60_000);

it('without script the page offers password and code, and no key', async () => {
  const context = await browser.newContext({
    baseURL: service.origin.replace('127.0.0.1', 'localhost'),
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto('/petugas/masuk');
  expect(await page.isVisible('#by-passkey')).toBe(false);
  expect(await page.isVisible('[name=password]')).toBe(true);
});
