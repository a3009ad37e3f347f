/**
 * As much of what is on record as its owner knows it by, and sees a slip of the hand in: whoever only has the code learns no whole address, no number and
 * no name.
 */
export const maskedContact = (field: 'email' | 'phone' | 'name', value: string): string => {
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

/** `siti@gmail.com`: `s...i@gmail.com`. How long the name is is hidden; of one or two letters only the first is shown. */
const maskedEmail = (value: string): string => {
  const at = value.lastIndexOf('@');
  const name = Array.from(value.slice(0, at));
  return `${name[0] ?? ''}...${name.length > 2 ? name.at(-1) : ''}${value.slice(at)}`;
};

/** `+6281234567812`: `08**-****-**12`. */
const maskedPhone = (value: string): string => {
  const national = value.startsWith('+62') ? `0${value.slice(3)}` : value;
  return `${national.slice(0, 2)}**-****-**${national.slice(-2)}`;
};

const firstOf = (word: string): string => `${[...word][0] ?? ''}***`;
