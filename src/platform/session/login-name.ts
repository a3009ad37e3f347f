/** The domain that no mail reaches (RFC 2606): better-auth knows people by mail address, many officers have only a number. */
const withoutMail = '@login.invalid';

/** What better-auth calls the person: the login itself where it is a mail address. */
export const mailAddressOf = (login: string): string => {
  const name = login.trim().toLowerCase();
  return name.includes('@') ? name : `${name}${withoutMail}`;
};

export const loginOf = (mailAddress: string): string =>
  mailAddress.endsWith(withoutMail) ? mailAddress.slice(0, -withoutMail.length) : mailAddress;
