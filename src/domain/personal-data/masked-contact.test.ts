import { expect, it } from 'vitest';

import { maskedContact } from './masked-contact.ts';

it.each([
  ['email', 'siti.aminah@gmail.com', 's...h@gmail.com'],
  ['email', 'siti.aminah@gmial.com', 's...h@gmial.com'],
  ['email', 'abc@kota.go.id', 'a...c@kota.go.id'],
  ['email', 'ab@kota.go.id', 'a...@kota.go.id'],
  ['email', 'a@kota.go.id', 'a...@kota.go.id'],
  ['phone', '+6281234567812', '08**-****-**12'],
  ['phone', '+14155550123', '+1**-****-**23'],
  ['name', 'Siti Aminah', 'S*** A***'],
] as const)('shows of a %s only what its owner knows it by: %s', (field, value, shown) => {
  expect(maskedContact(field, value)).toBe(shown);
});
