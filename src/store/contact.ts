import { domainToASCII } from 'node:url';

/** What two spellings of one contact have in common: what is stored, looked up and written to. */
export type ContactField = 'phone' | 'email';

/** A telephone number in E.164, however it was typed: 0812 3456 7890, (021) 555-1234, +62..., 0062...; null when it is none. */
export const parsePhone = (typed: string): string | null => {
  const dialled = typed.normalize('NFKC').replaceAll(/[\s.\-\u2010-\u2015()/]/g, '');
  const international = dialled
    .replace(/^00/, '+')
    .replace(/^0/, '+62')
    .replace(/^62/, '+62')
    .replace(/^8/, '+628')
    .replace(/^\+620/, '+62');
  return (international.startsWith('+62') ? indonesian : foreign).test(international) ? international : null;
};

/** Subscriber numbers have eight to twelve digits behind the country code, mobile ones nine to twelve. */
const indonesian = /^\+62(?:8\d{8,11}|[1-79]\d{7,11})$/;
/** ITU-T E.164: at most fifteen digits. */
const foreign = /^\+[1-9]\d{7,14}$/;

/** A mail address in lower case, its domain as it goes over the wire; null when it is none. Whether it exists only its server knows. */
export const parseEmail = (typed: string): string | null => {
  const address = typed.normalize('NFKC').trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = domainToASCII(address.slice(at + 1));
  if (at < 1 || local.length > 64 || domain.length > 253) return null;
  return localPart.test(local) && domainName.test(domain) ? `${local}@${domain}` : null;
};

const localPart = /^[^\s@<>()[\],;:\\"\p{Cc}]+$/u;
const domainName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/** A contact of either kind, for a form with one field for both. */
export const parseContact = (typed: string): { readonly field: ContactField; readonly value: string } | null => {
  const email = parseEmail(typed);
  if (email !== null) return { field: 'email', value: email };
  const phone = parsePhone(typed);
  return phone === null ? null : { field: 'phone', value: phone };
};
