import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** How to sign in as a post of the demonstration city; random in every installation. */
export type DemoLogin = {
  readonly post: string;
  readonly role: string;
  readonly agency: string | null;
  readonly login: string;
  readonly password: string;
  readonly totp: string | null;
};

export const loginsFile = (dataDir: string): string => join(dataDir, 'demo-logins.json');

export const readLogins = async (dataDir: string): Promise<readonly DemoLogin[]> => {
  try {
    return JSON.parse(await readFile(loginsFile(dataDir), 'utf8')) as readonly DemoLogin[];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
};

/** Adds or replaces the sign-in of a post. Whole or not at all: written beside, made durable, renamed. */
export const saveLogin = async (dataDir: string, login: DemoLogin): Promise<void> => {
  const others = (await readLogins(dataDir)).filter((other) => other.post !== login.post);
  const draft = `${loginsFile(dataDir)}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify([...others, login], null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, loginsFile(dataDir));
};
