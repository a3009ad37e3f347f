import { expect, test } from 'vitest';
import { ErrorPage } from './error-page.tsx';
import { Page } from './layout.tsx';
import type { PageFrame } from './page-frame.ts';
import { renderDocument } from './render.ts';
import { textFor } from './texts/text.ts';

const frame: PageFrame = {
  city: { name: 'Kota Contoh', isDemo: false, isRehearsal: false },
  language: 'id',
  t: textFor('id'),
  path: '/lapor',
  assets: { css: '/assets/site-1.css' },
};

const pageAt = (change: Partial<PageFrame>, title = 'Judul') =>
  renderDocument(
    <Page {...frame} {...change} title={title}>
      <p>isi</p>
    </Page>,
  );

test('a page is a whole document in its language, with one way past the menu', () => {
  const html = pageAt({});
  expect(html).toMatch(/^<!doctype html><html lang="id">/);
  expect(html).toContain('<title>Judul · Kota Contoh</title>');
  expect(html).toContain('<a class="skip" href="#main">Langsung ke isi</a>');
  expect(html).toContain('<main id="main"');
  expect(html).toContain('<link rel="stylesheet" href="/assets/site-1.css"');
});

test('nothing runs in a page and nothing is styled in it: the policy of the browser forbids both', () => {
  const html = pageAt({ staff: { post: 'Verifikator' }, city: { ...frame.city, isDemo: true } });
  expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/);
});

test('words of strangers never become markup', () => {
  const html = pageAt({ city: { ...frame.city, name: '<b>Kota' } }, '</title><script>x');
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('<b>Kota');
});

test('switching the language keeps the place', () => {
  expect(pageAt({ path: '/lacak?nomor=1%202&lang=id' })).toContain(
    'href="/lacak?nomor=1+2&amp;lang=en" lang="en" hreflang="en"',
  );
  expect(pageAt({ language: 'en', t: textFor('en') })).toContain('href="/lapor?lang=id" lang="id"');
});

test.each(['//elsewhere.example/x', '/\\elsewhere.example', '\\/elsewhere.example', 'elsewhere.example'])(
  'the language switch of %s stays on this site',
  (path) => {
    const href = /class="language".*?href="([^"]*)"/.exec(pageAt({ path }))?.[1] ?? '';
    expect(new URL(href, 'https://city.example').origin).toBe('https://city.example');
  },
);

test('officers are told when letters lie in the outbox, and citizens are not bothered on every page', () => {
  const staff = { post: 'Verifikator' };
  const said = 'Server email belum diatur';
  expect(pageAt({ staff, keepsLetters: true })).toContain(said);
  expect(pageAt({ staff, keepsLetters: false })).not.toContain(said);
  expect(pageAt({ keepsLetters: true })).not.toContain(said);
});

test('a demonstration says so in both languages, and that in danger one calls 112', () => {
  const html = pageAt({ city: { ...frame.city, isDemo: true } });
  expect(html).toContain(
    '<p lang="id">Ini demonstrasi, bukan layanan resmi Kota Contoh. Dalam bahaya, telepon 112.</p>',
  );
  expect(html).toContain(
    '<p lang="en">This is a demonstration, not an official service of Kota Contoh. In danger, call 112.</p>',
  );
  expect(pageAt({})).not.toContain('demonstrasi');
});

test('a rehearsal and a set clock say so', () => {
  expect(pageAt({ city: { ...frame.city, isRehearsal: true } })).toContain('Ini latihan.');
  expect(pageAt({ city: { ...frame.city, clock: 'Senin pukul 08.00' } })).toContain('Senin pukul 08.00');
});

test('the menu marks where one is', () => {
  expect(pageAt({ path: '/lapor?x=1' })).toContain('<a href="/lapor" aria-current="page">');
  expect(pageAt({ path: '/lacak' })).toContain('<a href="/lapor">');
});

test('an officer sees the post on duty and signs out by a form', () => {
  const html = pageAt({ staff: { post: 'Verifikator 1' } });
  expect(html).toContain('Bertugas sebagai Verifikator 1');
  expect(html).toContain('<form method="post" action="/petugas/keluar">');
  expect(html).not.toContain('href="/masuk"');
});

test('what is not for search engines says so', () => {
  expect(pageAt({ robots: 'none' })).toContain('<meta name="robots" content="noindex, nofollow"');
  expect(pageAt({})).not.toContain('robots');
});

test.each([
  [404, 'Halaman tidak ditemukan'],
  [410, 'Tidak dapat dibuka lagi'],
  [421, 'Alamat ini bukan milik layanan kami'],
  [429, 'Terlalu sering mencoba'],
  [503, 'Layanan sedang tidak dapat dipakai'],
  [418, 'Permintaan ini tidak dapat dilayani'],
  [502, 'Maaf, ada yang rusak'],
])('error %i is told in plain words, with a way on and the code of the request', (status, title) => {
  const html = renderDocument(<ErrorPage frame={frame} status={status} requestId="0191-ab" />);
  expect(html).toContain(`<h1>${title}</h1>`);
  expect(html).toContain('<code>0191-ab</code>');
  expect(html).toContain('href="/"');
  expect(html).toContain('noindex');
});

test('the style of the desks goes with the pages of officers alone', () => {
  const assets = { css: '/assets/site-1.css', scripts: { 'officer.css': '/assets/officer-1.css' } };
  expect(pageAt({ assets, staff: { post: 'Verifikator' } })).toContain('href="/assets/officer-1.css"');
  expect(pageAt({ assets })).not.toContain('officer-1.css');
});
