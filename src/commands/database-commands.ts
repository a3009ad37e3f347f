import type { Config } from '../config.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { recordMaintenance } from '../platform/db/maintenance.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';
import { migrateDatabase } from './migrate.ts';
import pg from 'pg';

export const databaseCommands: readonly Command[] = [
  { name: 'migrate', usage: 'migrate', summary: 'makes the roles and brings the schema up to date', run: runMigrate },
  {
    name: 'db url',
    usage: 'db url',
    summary: "prints a connection string with the owner's rights and maintenance said aloud",
    run: printUrl,
  },
];

async function runMigrate(config: Config, args: readonly string[]): Promise<void> {
  readOptions(args, { required: [] });
  await withDatabase(config, async ({ base, owner }) => {
    const applied = await migrateDatabase(owner, base, say);
    say(applied.length === 0 ? 'nothing to do: the schema is up to date' : `${applied.length} migrations applied`);
  });
}

/** For an operator's psql: acts as the owner, sees every tenant's rows, and leaves a row that says so. */
async function printUrl(config: Config, args: readonly string[]): Promise<void> {
  readOptions(args, { required: [] });
  await withDatabase(config, async ({ owner }) => {
    const client = new pg.Client({ connectionString: owner });
    await client.connect();
    try {
      await client.query('set role laksa_owner');
      await recordMaintenance(client, 'db url', 'an operator asked for a connection', systemClock.now());
    } finally {
      await client.end();
    }
    const url = new URL(owner);
    url.searchParams.set('options', '-c role=laksa_owner -c laksa.maintenance=on -c search_path=laksa,ops');
    process.stdout.write(`${url.toString().replaceAll('+', '%20')}\n`);
  });
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
