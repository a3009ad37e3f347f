import { expect, it } from 'vitest';

import { showNumber } from '../domain/report-number.ts';
import { listedTitle, reportTitle } from './report-title.ts';
import { textFor } from './texts/text.ts';

it('calls a report without a title by its number, as it is shown everywhere', () => {
  const t = textFor('id');
  expect(reportTitle(t, { title: null, number: '4812073356' })).toBe(`Laporan ${showNumber('4812073356')}`);
  expect(reportTitle(t, { title: 'Lampu mati', number: '4812073356' })).toBe('Lampu mati');
});

it('calls it in a list by what it is about, in the language of the page', () => {
  const category = { id: 'Lampu jalan', en: 'Street light' };
  const untitled = { title: null, number: '4812073356', category };
  expect(listedTitle({ t: textFor('en'), language: 'en' }, untitled)).toBe('Street light');
  expect(listedTitle({ t: textFor('id'), language: 'id' }, { ...untitled, title: 'Mati' })).toBe('Mati');
  expect(listedTitle({ t: textFor('id'), language: 'id' }, { ...untitled, category: null })).toMatch(/^Laporan \d/);
});
