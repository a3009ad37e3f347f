import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the built program lies, or the sources in development: both carry the migrations and the assets. */
const here = import.meta.dirname;
const isBuilt = existsSync(join(here, 'migrations'));

export const migrationsDir: string = isBuilt ? join(here, 'migrations') : join(here, '../../db/migrations');
export const assetsDir: string = isBuilt ? join(here, 'assets') : join(here, '../../dist/assets');
export const publicDir: string = isBuilt ? join(here, 'public') : join(here, '../../public');
