import { execFileSync } from 'node:child_process';

import { configDefaults } from 'vitest/config';
import { startVitest } from 'vitest/node';
import { hasDebian15 } from '../src/platform/postgres/testing/temporary-postgres.ts';
import { buildIfStale } from './build.ts';
import { runChecks } from './check.ts';
import { tallyReporter, type Tally } from './test-tally.ts';

/** `npm test`: every static check and every test, each counted as one; the last line says how many passed. */
const tally: Tally = { passed: 0, failures: [], skips: [] };

/**
 * What stands on the database, once more on the oldest server that is promised. Not here: the tests of the embedded server, and of what happens when it
 * is killed (`jobs/runner`); and those that ask both servers in every run (`session`, `jobs/install-jobs`, `jobs/runner-restart`).
 */
const onDatabase = [
  'src/store/',
  'src/platform/db/',
  'src/platform/jobs/recovery',
  'src/platform/keyring/',
  'src/platform/limit/',
  'src/platform/loop/listener',
  'src/commands/',
  'src/main.test',
  'src/features/',
  'src/testing/',
  'scripts/schema',
];

/** Long, and run once: what they ask of the database the others ask too. */
const onNewestAlone = [
  'src/testing/two-years.test.ts',
  'src/testing/week-of-notices.test.ts',
  'src/testing/random/every-form.test.ts',
  'src/features/take-photos/expected-pictures.test.ts',
  'src/testing/oracle/access-oracle.test.ts',
  'src/testing/oracle/strangers.test.ts',
  'src/commands/demo/live-demo.test.ts',
];

Object.assign(process.env, seedOfTree());

await countBuild();
await countChecks();
await countTests(process.argv.slice(2));
if (process.argv.length === 2) await countTestsOnOldest();
await finish();

/** What is committed has its own random lives, the same each time (`newSeed`); where there is no checkout they are others each time. */
function seedOfTree(): { readonly LAKSA_TREE_SEED?: string } {
  try {
    const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], { encoding: 'utf8', stdio: 'pipe' });
    return { LAKSA_TREE_SEED: String(Number.parseInt(tree.slice(0, 7), 16)) };
  } catch {
    return {};
  }
}

/** The journeys drive what is built. */
async function countBuild(): Promise<void> {
  await buildIfStale().catch((error: unknown) => tally.failures.push(`build: ${String(error)}`));
}

async function countChecks(): Promise<void> {
  await runChecks(undefined, ({ name, ok, output }, milliseconds) => {
    console.log(`${ok ? 'ok' : 'NOT OK'}  ${name}  ${(milliseconds / 1000).toFixed(1)} s`);
    if (!ok) console.log(output);
    if (ok) tally.passed += 1;
    else tally.failures.push(`check: ${name}`);
  });
}

async function countTests(filters: readonly string[], where = '', leftOut: readonly string[] = []): Promise<void> {
  const vitest = await startVitest([...filters], {
    run: true,
    watch: false,
    exclude: [...configDefaults.exclude, ...leftOut],
    reporters: ['default', tallyReporter(tally, where)],
  });
  await vitest.close();
}

async function countTestsOnOldest(): Promise<void> {
  if (!hasDebian15) {
    tally.skips.push({ name: 'the same on PostgreSQL 15', reason: 'needs postgresql-15 (scripts/system-packages.sh)' });
    return;
  }
  process.env['LAKSA_TEST_POSTGRES'] = '15';
  await countTests(onDatabase, 'PostgreSQL 15: ', onNewestAlone);
}

/** Where everything is expected to be installed, a skip is a hole; only data that lies beside the checkout may be absent. */
async function finish(): Promise<void> {
  const forbidden =
    process.env['CI'] === 'true' ? tally.skips.filter(({ reason }) => !reason.includes('../shared')) : [];
  for (const { name, reason } of tally.skips) console.log(`skipped: ${name}: ${reason}`);
  for (const { name } of forbidden) tally.failures.push(`skipped although CI=true: ${name}`);
  for (const failure of tally.failures) console.log(`failed: ${failure}`);
  const skipped = tally.skips.length - forbidden.length;
  const summary = `${tally.passed} passed, ${tally.failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
  process.stdout.write(summary, () => process.exit(tally.failures.length === 0 ? 0 : 1));
}
