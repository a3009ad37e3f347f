import { expect, it } from 'vitest';

import { showNumber } from '../domain/report-number.ts';
import { reportTitle } from './report-title.ts';
import { textFor } from './texts/text.ts';

it('calls a report without a title by its number, as it is shown everywhere', () => {
  const t = textFor('id');
  expect(reportTitle(t, { title: null, number: '4812073356' })).toBe(`Laporan ${showNumber('4812073356')}`);
  expect(reportTitle(t, { title: 'Lampu mati', number: '4812073356' })).toBe('Lampu mati');
});
