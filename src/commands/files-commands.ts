import type { Config } from '../config.ts';
import { readOptions } from './arguments.ts';
import { checkFiles } from './backup/check-restored.ts';
import type { Command } from './command.ts';
import { say } from './say.ts';
import { tenantNamed, withInstallation } from './with-installation.ts';

export const filesCommands: readonly Command[] = [
  {
    name: 'files verify',
    usage: 'files verify [--tenant T]',
    summary: 'holds every file of a picture against its row: that it is there, and is what was sent',
    run: verify,
  },
];

/** Ends with exit code 1 when a file of a report is missing or changed. */
async function verify(config: Config, args: readonly string[]): Promise<void> {
  const { tenant: slug } = readOptions(args, { required: [], optional: ['tenant'] });
  await withInstallation(config, async ({ laksa }) => {
    const cities = slug === undefined ? await laksa.tenants.all() : [await tenantNamed(laksa, slug)];
    for (const city of cities) if (!(await checkFiles(laksa, city, say))) process.exitCode = 1;
  });
}
