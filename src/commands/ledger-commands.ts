import { parseArgs } from 'node:util';

import { ConfigError, type Config } from '../config.ts';
import { describeFinding } from '../features/verify-ledger/finding.ts';
import { verifyLedger, type LedgerCheck, type LedgerProgress } from '../features/verify-ledger/verify-ledger.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from '../store/installation.ts';
import type { Command } from './command.ts';
import { tenantNamed, withInstallation } from './with-installation.ts';

export const ledgerCommands: readonly Command[] = [
  {
    name: 'ledger verify',
    usage: 'ledger verify [--tenant T] [--json]',
    summary:
      'walks the history of every city, or of one, and the reports beside it, and names what was changed since it was written',
    run: runVerify,
  },
];

type CityCheck = LedgerCheck & { readonly tenant: string };

/** Ends with exit code 1 when anything was found. */
async function runVerify(config: Config, args: readonly string[]): Promise<void> {
  const { tenant, json } = readArguments(args);
  const checks = await withInstallation(config, async ({ laksa }) => {
    const done: CityCheck[] = [];
    for (const city of await citiesToCheck(laksa, tenant))
      done.push({ tenant: city.slug, ...(await verifyLedger(laksa, city, progressOf(city))) });
    return done;
  });
  process.stdout.write(json ? `${JSON.stringify(checks, null, 2)}\n` : describe(checks));
  if (checks.some((check) => check.findings.length > 0)) process.exitCode = 1;
}

const readArguments = (args: readonly string[]): { readonly tenant: string | undefined; readonly json: boolean } => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { tenant: { type: 'string' }, json: { type: 'boolean' } },
      strict: true,
    });
    return { tenant: values.tenant, json: values.json ?? false };
  } catch (error) {
    throw new ConfigError(
      `${error instanceof Error ? error.message : String(error)}; this command knows --tenant and --json`,
    );
  }
};

/** A rehearsal has no ledger. */
const citiesToCheck = async (laksa: Installation, slug: string | undefined): Promise<readonly Tenant[]> => {
  if (slug === undefined) return (await laksa.tenants.all()).filter((city) => !city.isRehearsal);
  const city = await tenantNamed(laksa, slug);
  if (city.isRehearsal) throw new ConfigError(`${slug} is a rehearsal: it has no ledger`);
  return [city];
};

const quietForMs = 2_000;

/** Nothing for a check that is done at once; then a line now and then. */
const progressOf = (city: Tenant): ((done: LedgerProgress) => void) => {
  const started = process.uptime() * 1_000;
  let saidAt = started;
  return ({ reports, events, positions }) => {
    const at = process.uptime() * 1_000;
    if (at - saidAt < quietForMs) return;
    saidAt = at;
    process.stderr.write(
      `${city.slug}: ${events} events in ${reports} reports, ${positions} positions of the feed so far\n`,
    );
  };
};

const describe = (checks: readonly CityCheck[]): string => {
  const [events, reports, erased, unproven, found] = [
    sum(checks, 'events'),
    sum(checks, 'reports'),
    sum(checks, 'erasedWords'),
    sum(checks, 'unprovenWords'),
    checks.flatMap((check) => check.findings).length,
  ];
  const lines = checks.flatMap((check) =>
    check.findings.map((finding) => `${check.tenant}: ${describeFinding(finding)}`),
  );
  const counted = `${events} events in ${reports} reports`;
  if (erased > 0) lines.push(`${erased} words were erased since, as they may be`);
  if (unproven > 0)
    lines.push(`${unproven} public texts cannot be compared: the words they were written from were erased`);
  return `${[...lines, found === 0 ? `${counted}: all whole` : `${counted}: ${found} not as written`].join('\n')}\n`;
};

const sum = (checks: readonly CityCheck[], of: 'events' | 'reports' | 'erasedWords' | 'unprovenWords'): number =>
  checks.reduce((total, check) => total + check[of], 0);
