import type { PersonField } from '../../store/person.ts';

/** As much of what is on record as its owner knows it by: whoever only has the code learns no address, no number and no name. */
export const maskedContact = (field: PersonField, value: string): string => {
  switch (field) {
    case 'email':
      return maskedEmail(value);
    case 'phone':
      return maskedPhone(value);
    case 'name':
      return value.trim().split(/\s+/u).map(firstOf).join(' ');
    default:
      return field satisfies never;
  }
};

/** `siti@gmail.com`: `s***@g***.com`. How long the parts are is hidden, too. */
const maskedEmail = (value: string): string => {
  const at = value.lastIndexOf('@');
  const [domain = '', ending = ''] = splitLast(value.slice(at + 1), '.');
  return `${firstOf(value.slice(0, at))}@${firstOf(domain)}.${ending}`;
};

/** `+6281234567812`: `08**-****-**12`. */
const maskedPhone = (value: string): string => {
  const national = value.startsWith('+62') ? `0${value.slice(3)}` : value;
  return `${national.slice(0, 2)}**-****-**${national.slice(-2)}`;
};

const firstOf = (word: string): string => `${[...word][0] ?? ''}***`;

const splitLast = (text: string, sign: string): readonly [string, string] => {
  const at = text.lastIndexOf(sign);
  return [text.slice(0, at), text.slice(at + 1)];
};
