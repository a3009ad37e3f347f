import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folder } from './folder.ts';

export type Settings = Readonly<Record<string, string>>;

/** What the server is started with. On the command line, so that no edited file can weaken it. */
export async function serverSettings(folder: Folder, own: Settings): Promise<Settings> {
  return {
    listen_addresses: '127.0.0.1',
    // A path to a socket may have 107 bytes; a data folder's is often longer.
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    dynamic_shared_memory_type: await sharedMemoryType(),
    jit: 'off',
    timezone: 'UTC',
    // What was answered is on the disk.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    ...logSettings(folder),
    ...archiveSettings(folder),
    ...own,
  };
}

/** A week of files, one a day. Values and statements stay out: they hold what citizens wrote. */
function logSettings(folder: Folder): Settings {
  return {
    logging_collector: 'on',
    log_directory: folder.log,
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
}

/**
 * A segment is put aside when it is full, or a minute after something was written to it: so much may be lost with the disk. It gets its name when it is
 * whole and on the disk; the same one may be put aside twice after a crash.
 */
function archiveSettings({ archive }: Folder): Settings {
  if (!existsSync(archive)) return { archive_mode: 'off' };
  const place = shellWord(join(archive, '%f'));
  return {
    archive_mode: 'on',
    archive_timeout: '60',
    archive_command: `cp "%p" ${place}.part && sync ${place}.part && mv ${place}.part ${place}`,
  };
}

/** Of the percent signs only those of `%f` are the server's. */
function shellWord(path: string): string {
  return `'${path.replaceAll("'", `'\\''`).replaceAll(/%(?!f$)/g, '%%')}'`;
}

/** Containers often have no /dev/shm, or one of 64 MB, too small for a parallel query: then plain files do. */
async function sharedMemoryType(): Promise<'posix' | 'mmap'> {
  if (process.platform !== 'linux') return 'posix';
  const shm = await statfs('/dev/shm').catch(() => undefined);
  return shm !== undefined && shm.bavail * shm.bsize > 128 * 1024 ** 2 ? 'posix' : 'mmap';
}
