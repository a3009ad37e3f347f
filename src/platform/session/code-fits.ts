import type { Auth } from './auth.ts';
import { mailAddressOf } from './login-name.ts';
import { stepOf, totpSecretOf } from './totp.ts';

/** Whether a code is one of this login's at this moment, of the app or of those kept; uses nothing up. */
export const codeFits = async (auth: Auth, login: string, code: string): Promise<boolean> => {
  const found = await (await auth.$context).internalAdapter.findUserByEmail(mailAddressOf(login));
  if (found === null) return false;
  const { id } = found.user;
  const secret = await totpSecretOf(auth, id);
  if (secret === null) return false;
  if (stepOf(secret, code) !== null) return true;
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: id } });
  return backupCodes.includes(code.trim());
};
