import { open, readFile, rename, rm } from 'node:fs/promises';
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

/** One post of each role: the one that `apikey create --role` takes too. */
export const loginsFile = (dataDir: string): string => join(dataDir, 'demo-logins.json');

/** The posts that share a role with one of those: the second verifier, the officers of the other agencies. */
const furtherFile = (dataDir: string): string => join(dataDir, 'demo-logins-more.json');

/** All sign-ins, the first of each role first. */
export const readLogins = async (dataDir: string): Promise<readonly DemoLogin[]> =>
  (await Promise.all([readFrom(loginsFile(dataDir)), readFrom(furtherFile(dataDir))])).flat();

const readFrom = async (file: string): Promise<readonly DemoLogin[]> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as readonly DemoLogin[];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
};

/** Adds or replaces the sign-in of a post, in the file it belongs to. */
export const saveLogin = async (dataDir: string, login: DemoLogin): Promise<void> => {
  const first = (await readFrom(loginsFile(dataDir))).find((other) => other.role === login.role);
  const file = first === undefined || first.post === login.post ? loginsFile(dataDir) : furtherFile(dataDir);
  const others = (await readFrom(file)).filter((other) => other.post !== login.post);
  await writeWhole(file, `${JSON.stringify([...others, login], null, 2)}\n`);
};

/** They open nothing once the demonstration is gone. */
export const removeLogins = async (dataDir: string): Promise<void> => {
  for (const file of [loginsFile(dataDir), furtherFile(dataDir)]) await rm(file, { force: true });
};

/** Whole or not at all: written beside, made durable, renamed. */
const writeWhole = async (path: string, text: string): Promise<void> => {
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
};
