import { parseArgs } from 'node:util';

import { ConfigError, type Config } from '../config.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { recordMaintenance } from '../platform/db/maintenance.ts';
import { planMigrations, tryMigrations } from '../platform/db/plan-migrations.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';
import { describePlan } from './describe-plan.ts';
import { migrateDatabase } from './migrate.ts';
import { migrationsDir } from './places.ts';
import pg from 'pg';

export const databaseCommands: readonly Command[] = [
  {
    name: 'migrate',
    usage: 'migrate [--plan [--try]]',
    summary: 'makes the roles and brings the schema up to date; --plan says what would change and whom it holds up',
    run: runMigrate,
  },
  {
    name: 'db url',
    usage: 'db url',
    summary: "prints a connection string with the owner's rights and maintenance said aloud",
    run: printUrl,
  },
];

async function runMigrate(config: Config, args: readonly string[]): Promise<void> {
  const { plan, try: isTried } = readFlags(args);
  await withDatabase(config, async ({ base, owner }) => {
    if (plan || isTried) return showPlan(owner, isTried);
    const applied = await migrateDatabase(owner, base, say);
    say(applied.length === 0 ? 'nothing to do: the schema is up to date' : `${applied.length} migrations applied`);
  });
}

async function showPlan(owner: string, isTried: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: owner, application_name: 'laksa migrate --plan' });
  await client.connect();
  try {
    const plan = await planMigrations(client, migrationsDir);
    process.stdout.write(describePlan(isTried ? await tryMigrations(client, plan, systemClock) : plan));
  } finally {
    await client.end();
  }
}

const readFlags = (args: readonly string[]): { readonly plan: boolean; readonly try: boolean } => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { plan: { type: 'boolean' }, try: { type: 'boolean' } },
      strict: true,
    });
    return { plan: values.plan ?? false, try: values.try ?? false };
  } catch (error) {
    throw new ConfigError(
      `${error instanceof Error ? error.message : String(error)}; this command knows --plan and --try`,
    );
  }
};

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
