import { basename, resolve } from 'node:path';

import { ConfigError, type Config } from '../config.ts';
import { currentCity } from '../store/current-city.ts';
import { writeVillageAreas } from '../store/village-area.ts';
import { readOptions } from './arguments.ts';
import { matchFeatures, type Match } from './boundaries/match-features.ts';
import { readFeatures } from './boundaries/read-features.ts';
import type { Command } from './command.ts';
import { tenantNamed, withInstallation } from './with-installation.ts';

export const boundariesCommands: readonly Command[] = [
  {
    name: 'boundaries import',
    usage: 'boundaries import FILE.geojson[.gz] [--tenant T]',
    summary: 'reads where the villages of a region lie, in place of approximate cells around their points',
    run: importBoundaries,
  },
];

/** Ends with exit code 1 when a village was left without a boundary of the file. */
async function importBoundaries(config: Config, args: readonly string[]): Promise<void> {
  const [file, ...rest] = args;
  if (file === undefined || file.startsWith('--'))
    throw new ConfigError('boundaries import takes a file: GeoJSON, gzipped or not');
  const { tenant: slug } = readOptions(rest, { required: [], optional: ['tenant'] });
  const features = await readFeatures(resolve(file));
  await withInstallation(config, async ({ laksa }) => {
    const tenant = await tenantNamed(laksa, slug);
    const { villages } = await currentCity(laksa, tenant);
    const match = matchFeatures(features, villages);
    if (match.areas.length === 0)
      throw new ConfigError(
        `none of the ${features.length} areas in ${file} is a village of ${tenant.name}: it knows them by their Kemendagri codes, or by their names with the name of the district`,
      );
    await laksa.database.inTenant(tenant.id, (tx) =>
      writeVillageAreas(tx, tenant.id, match.areas, { source: basename(file), at: laksa.clock.now() }),
    );
    process.stdout.write(`${describeMatch(match, villages.length).join('\n')}\n`);
    if (match.without.length > 0) process.exitCode = 1;
  });
}

/** How many strange features are named one by one. */
const mostNamed = 20;

/** What was matched; the villages that got no boundary, and what lies in the region and is no village of it, by name. */
export const describeMatch = ({ areas, without, strange, elsewhere }: Match, villages: number): readonly string[] => [
  `${areas.length} of ${villages} matched`,
  ...without.map(({ code, name }) => `no boundary in the file: ${name} (${code})`),
  ...strange.slice(0, mostNamed).map((name) => `no village of the region: ${name}`),
  ...(strange.length > mostNamed ? [`and ${strange.length - mostNamed} more that are no village of the region`] : []),
  ...(elsewhere > 0 ? [`${elsewhere} of other regions were left aside`] : []),
];
