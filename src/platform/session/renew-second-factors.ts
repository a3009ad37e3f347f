import { parseEnvelope, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { sql, type Kysely } from 'kysely';

import type { SessionSecrets } from './secrets.ts';

type Factor = { readonly id: string; readonly secret: string; readonly backupCodes: string };

/**
 * Enciphers second factors and recovery codes under the secret in use. One at a time, and only what is still as it was read: a recovery code that is used
 * meanwhile stays used. Gives how many.
 */
export const renewSecondFactors = async (db: Kysely<unknown>, secrets: SessionSecrets): Promise<number> => {
  const [inUse] = secrets;
  if (inUse === undefined) throw new Error('there is a secret in use');
  const legacySecret = secrets.find(({ version }) => version === 1)?.value;
  const key = {
    keys: new Map(secrets.map(({ version, value }) => [version, value])),
    currentVersion: inUse.version,
    ...(legacySecret === undefined ? {} : { legacySecret }),
  };
  const anew = async (data: string): Promise<string> =>
    symmetricEncrypt({ key, data: await symmetricDecrypt({ key, data }) });
  const { rows } = await sql<Factor>`select id, secret, "backupCodes" from auth."twoFactor"`.execute(db);
  let count = 0;
  for (const { id, secret, backupCodes } of rows) {
    if (versionOf(secret) === inUse.version && versionOf(backupCodes) === inUse.version) continue;
    const { numAffectedRows = 0n } = await sql`
      update auth."twoFactor" set secret = ${await anew(secret)}, "backupCodes" = ${await anew(backupCodes)}
      where id = ${id} and secret = ${secret} and "backupCodes" = ${backupCodes}`.execute(db);
    count += Number(numAffectedRows);
  }
  return count;
};

/** What bears no number was enciphered under the first, when there was but one. */
const versionOf = (enciphered: string): number => parseEnvelope(enciphered)?.version ?? 1;
