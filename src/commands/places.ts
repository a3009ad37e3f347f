import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the built program lies, or the sources in development: both carry the migrations and the assets. */
const here = import.meta.dirname;
const isBuilt = existsSync(join(here, 'migrations'));

export const migrationsDir: string = isBuilt ? join(here, 'migrations') : join(here, '../../db/migrations');
/** What the migrations make of an empty database. */
export const schemaFile: string = isBuilt ? join(here, 'schema.sql') : join(here, '../../db/schema.sql');
export const assetsDir: string = isBuilt ? join(here, 'assets') : join(here, '../../dist/assets');
export const publicDir: string = isBuilt ? join(here, 'public') : join(here, '../../public');
/** What the process for one picture runs; from the sources Node reads it as it is, without its types. */
export const photoChild: string = isBuilt ? join(here, 'photo-child.js') : join(here, '../photo-child.ts');
