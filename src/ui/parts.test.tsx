import type { VNode } from 'preact';
import { expect, test } from 'vitest';
import { reportStates } from '../domain/report.ts';
import { AnswerFigures } from './answer-figures.tsx';
import { StateBadge } from './badge.tsx';
import { BeforeAfter } from './before-after.tsx';
import { DefinitionList } from './definition-list.tsx';
import { Document } from './document.tsx';
import { Icon, iconNames } from './icon.tsx';
import { EmergencyNotice, NoticeBox } from './notice-box.tsx';
import { oneLine } from './one-line.ts';
import { Pager } from './pager.tsx';
import { renderDocument } from './render.ts';
import { Table } from './table.tsx';
import { Tabs } from './tabs.tsx';
import { textFor } from './texts/text.ts';
import { Timeline } from './timeline.tsx';

const html = (vnode: VNode) => renderDocument(vnode).replace('<!doctype html>', '');
const t = textFor('id');

test('every state has a word, and no two share a shape', () => {
  const badges = reportStates.map((state) => html(<StateBadge state={state} t={t} />));
  const shapes = badges.map((badge) => /d="([^"]*)"/.exec(badge)?.[1]);
  expect(new Set(shapes).size).toBe(reportStates.length);
  reportStates.forEach((state, index) => expect(badges[index]).toContain(`</svg>${t(`state.report.${state}`)}</span>`));
});

test('a table stays a table for who listens to it, and each cell knows its column', () => {
  const markup = html(
    <Table
      caption="Antrean"
      isCaptionUnseen
      rows={[{ title: '<b>Lampu', number: '123' }]}
      rowKey={(row) => row.number}
      columns={[
        { label: 'Laporan', cell: (row) => row.title },
        { label: 'Nomor', figures: 'code', cell: (row) => row.number },
      ]}
    />,
  );
  expect(markup).toContain('<table class="table" role="table"><caption class="unseen">Antrean</caption>');
  expect(markup).toContain('<th role="rowheader" scope="row">&lt;b>Lampu</th>');
  expect(markup).toContain('<td role="cell" data-label="Nomor" class="code">123</td>');
});

test('a timeline tells machines when, keeps the words of people, and marks where things stand', () => {
  const markup = html(
    <Timeline
      label="Perjalanan"
      items={[
        { at: { iso: '2026-11-10T02:00:00.000Z', words: '10 November' }, title: 'Diterima', text: 'a <i>\nb' },
        { at: { iso: '2026-11-11T02:00:00.000Z', words: '11 November' }, title: 'Proses', by: 'Dinas' },
      ]}
    />,
  );
  expect(markup).toContain('<time datetime="2026-11-10T02:00:00.000Z">10 November</time>');
  expect(markup).toContain('<blockquote class="words">a &lt;i>\nb</blockquote>');
  expect(markup.match(/aria-current="step"/g)).toHaveLength(1);
  expect(markup).toMatch(/<li aria-current="step"><p class="timeline-title">Proses/);
});

test('facts without details are left out, zero is not', () => {
  const markup = html(
    <DefinitionList
      items={[
        { term: 'Kelurahan', details: null },
        { term: 'Suara', details: 0 },
      ]}
    />,
  );
  expect(markup).toBe('<dl class="facts"><div><dt>Suara</dt><dd>0</dd></div></dl>');
});

test('the emergency notice calls 112 by a tap', () => {
  const markup = html(<EmergencyNotice t={t} />);
  expect(markup).toContain('role="alert"');
  expect(markup).toContain('href="tel:112"');
});

test('a notice may be said aloud when it appears', () => {
  const markup = html(<NoticeBox tone="success" live="status" title="Terkirim" />);
  expect(markup).toMatch(
    /^<div class="notice notice-success" role="status"><p class="notice-title">.* Terkirim<\/p><\/div>$/,
  );
});

test('a list of one page has no pager', () => {
  expect(html(<Pager t={t} />)).toBe('');
  expect(html(<Pager t={t} next="/laporan?sesudah=1" />)).toContain('rel="next"');
});

test('a printed sheet names the city', () => {
  const city = { name: 'Kota Contoh', isDemo: true, isRehearsal: false };
  const markup = html(
    <Document city={city} title="Tanda terima" foot={<p>Simpan.</p>}>
      x
    </Document>,
  );
  expect(markup).toContain('<p class="document-city">Kota Contoh</p>');
  expect(markup).toContain('<footer class="document-foot"><p>Simpan.</p></footer>');
});

test('a drawing is never read aloud, and no two are alike', () => {
  const drawings = iconNames.map((name) => html(<Icon name={name} />));
  for (const drawing of drawings) expect(drawing).toContain('aria-hidden="true"');
  expect(new Set(drawings).size).toBe(iconNames.length);
});

test('of several views one is the current one', () => {
  const tabs = [
    { href: '/a', label: 'A', isCurrent: true },
    { href: '/b', label: 'B' },
  ];
  const markup = html(<Tabs label="Daftar" tabs={tabs} />);
  expect(markup).toContain('<a href="/a" aria-current="page">A</a>');
  expect(markup.match(/aria-current/g)).toHaveLength(1);
});

test('before and after stand side by side, each under its word; one alone still says which it is', () => {
  const before = [{ thumb: '/lubang', alt: 'Lubang', shape: { width: 320, height: 200 } }];
  const after = [{ thumb: '/rata', alt: 'Rata', href: '/rata-besar' }];
  const both = html(<BeforeAfter t={t} before={before} after={after} />);
  expect(both).toMatch(/^<div class="before-after"><figure><figcaption>Sebelum<.*lubang.*<figcaption>Sesudah<.*rata/);
  expect(both).toContain('<a href="/rata-besar"><img src="/rata" alt="Rata"');
  expect(html(<BeforeAfter t={t} before={[]} after={after} />)).toMatch(
    /^<div class="before-after before-after-one"><figure><figcaption>Sesudah</,
  );
  expect(html(<BeforeAfter t={t} before={[]} after={[]} />)).toBe('');
});

test('an answer in one line ends with a whole word', () => {
  expect(oneLine('Sudah\ndiganti.')).toBe('Sudah diganti.');
  expect(oneLine('satu dua tiga', 8)).toBe('satu dua …');
  expect(oneLine('satu dua tiga', 7)).toBe('satu …');
  expect(oneLine('x'.repeat(20), 8)).toBe(`${'x'.repeat(8)} …`);
});

test('of too few no share is told, and why stands there', () => {
  const few = { t, language: 'id', open: 1_204, late: 0, due: 3, fewest: 5, list: '/laporan?wilayah=1' } as const;
  const none = html(<AnswerFigures {...few} shareInTime={null} usualMs={null} reopened={null} />);
  expect(none).toContain('<a href="/laporan?wilayah=1&amp;keadaan=terbuka">1.204</a>');
  expect(none).toContain('sedikitnya 5 yang dijawab');
  expect(none).not.toMatch(/%|batas=lewat/);
  const told = html(
    <AnswerFigures {...few} late={2} due={9} shareInTime={88} usualMs={3 * 86_400_000} reopened={1_001} />,
  );
  for (const words of [
    '88%',
    '3 hari',
    'href="/laporan?wilayah=1&amp;keadaan=terbuka&amp;batas=lewat"',
    'dari 9 laporan',
    'Kembali setelah disanggah</dt><dd>1.001',
  ])
    expect(told).toContain(words);
  expect(told).not.toContain('sedikitnya 5');
});
