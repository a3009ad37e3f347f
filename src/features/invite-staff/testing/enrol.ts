import { Secret, TOTP } from 'otpauth';

import type { Browser } from '../../sign-in/testing/officer.ts';

export const newPassword = 'kuda biru makan roti';

const passIn = (page: string): string => /name="pass" value="([^"]+)"/.exec(page)?.[1] ?? '';

/** Through the steps behind a link, up to the last button; gives the secret of the app and what the last page holds. */
export const enrolUpToCodes = async (
  browser: Browser,
  path: string,
  fields = { password: newPassword, repeated: newPassword },
): Promise<{ readonly totpSecret: string; readonly pass: string; readonly codes: readonly string[] }> => {
  const factor = await browser.post(path, { step: 'password', ...fields });
  const totpSecret = /<code>([A-Z2-7]{32})<\/code>/.exec(factor.body)?.[1] ?? '';
  const proved = await browser.post(path, { step: 'factor', pass: passIn(factor.body), code: codeOf(totpSecret) });
  const codes = [...proved.body.matchAll(/<code>(\w{5}-\w{5})<\/code>/g)].map(([, code]) => code ?? '');
  return { totpSecret, pass: passIn(proved.body), codes };
};

/** All of them. */
export const enrol = async (browser: Browser, path: string) => {
  const upTo = await enrolUpToCodes(browser, path);
  return { ...upTo, answer: await browser.post(path, { step: 'finish', pass: upTo.pass }) };
};

/** What proves an app when it is enrolled signs nobody in: it is not used up by that. */
const codeOf = (totpSecret: string): string =>
  totpSecret === '' ? '' : new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate();
