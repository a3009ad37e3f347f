import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Where the built program lies, or the sources in development: both carry the migrations and the assets. */
const here = import.meta.dirname;
const isBuilt = existsSync(join(here, 'migrations'));

export const migrationsDir: string = isBuilt ? join(here, 'migrations') : join(here, '../../db/migrations');
/** What the migrations make of an empty database. */
export const schemaFile: string = isBuilt ? join(here, 'schema.sql') : join(here, '../../db/schema.sql');
export const packageFile: string = join(here, isBuilt ? '../package.json' : '../../package.json');
export const assetsDir: string = isBuilt ? join(here, 'assets') : join(here, '../../dist/assets');
export const publicDir: string = isBuilt ? join(here, 'public') : join(here, '../../public');
/** What the process for one picture runs; from the sources Node reads it as it is, without its types. */
export const photoChild: string = isBuilt ? join(here, 'photo-child.js') : join(here, '../photo-child.ts');
/** The words that start this program again, for whoever is to call it later, in whatever folder: from the sources it needs what reads them. */
export const mainProgram = (): readonly string[] => [
  process.execPath,
  ...(isBuilt
    ? [join(here, 'main.js')]
    : ['--import', createRequire(import.meta.url).resolve('tsx'), join(here, '../main.ts')]),
];
