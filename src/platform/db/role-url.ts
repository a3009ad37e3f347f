import { createHmac } from 'node:crypto';

/** The database roles (docs/adr/0004). `laksa_find` and `laksa_owner` never sign in. */
export const loginRoles = ['laksa_app', 'laksa_jobs', 'laksa_auth', 'laksa_oversight'] as const;
export type LoginRole = (typeof loginRoles)[number];

/**
 * The connection string of one role on the database that `url` names. When `url` is another role's, the password is derived from its password,
 * so that one setting opens all doors and no door opens another.
 */
export const roleUrl = (url: string, role: LoginRole): string => {
  const parsed = new URL(url);
  if (decodeURIComponent(parsed.username) === role) return url;
  const password = rolePassword(url, role);
  parsed.username = role;
  parsed.password = password ?? '';
  return parsed.toString();
};

/** The password a role gets when roles are made; undefined where the server asks for none (peer, trust). */
export const rolePassword = (url: string, role: LoginRole): string | undefined => {
  const parsed = new URL(url);
  const given = decodeURIComponent(parsed.password);
  if (given === '') return undefined;
  if (decodeURIComponent(parsed.username) === role) return given;
  return createHmac('sha256', given).update(`laksa role ${role}`).digest('base64url');
};
