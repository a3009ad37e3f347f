import { expect, it } from 'vitest';

import { parseContact, parseEmail, parsePhone } from './contact.ts';

it.each([
  ['0812 3456 7890', '+6281234567890'],
  ['0812-3456-7890', '+6281234567890'],
  ['81234567890', '+6281234567890'],
  ['62 812 3456 7890', '+6281234567890'],
  ['+62 812 3456 7890', '+6281234567890'],
  ['+62 (0)812 3456 7890', '+6281234567890'],
  ['0062 812 3456 7890', '+6281234567890'],
  ['(021) 555-1234', '+62215551234'],
  ['０８１２３４５６７８９０', '+6281234567890'],
  ['+65 6123 4567', '+6561234567'],
])('%s is the telephone number %s', (typed, phone) => {
  expect(parsePhone(typed)).toBe(phone);
});

it.each(['', '0812', 'tidak ada', '08123456789012345', '+62', '112', '0812 3456 7890 atau 0813', '08१२३४५६७८९'])(
  '%s is no telephone number',
  (typed) => {
    expect(parsePhone(typed)).toBeNull();
  },
);

it.each([
  [' Nama@Contoh.ID ', 'nama@contoh.id'],
  ['siti.aminah+lapor@warga.tangerangkota.go.id', 'siti.aminah+lapor@warga.tangerangkota.go.id'],
  ['warga@contoh。id', 'warga@contoh.id'],
])('%s is the mail address %s', (typed, email) => {
  expect(parseEmail(typed)).toBe(email);
});

it.each([
  '',
  'nama',
  'nama@',
  '@contoh.id',
  'nama@contoh',
  'nama@contoh..id',
  'a b@contoh.id',
  'a@b.id, c@d.id',
  'a\r\nBcc: x@y.id',
  '"a"@b.id',
])('%j is no mail address', (typed) => {
  expect(parseEmail(typed)).toBeNull();
});

it('takes either kind of contact in one field', () => {
  expect(parseContact('Nama@contoh.id')).toEqual({ field: 'email', value: 'nama@contoh.id' });
  expect(parseContact('0812 3456 7890')).toEqual({ field: 'phone', value: '+6281234567890' });
  expect(parseContact('rumah biru')).toBeNull();
});
