import { parseArgs } from 'node:util';

import { ConfigError, type Config } from '../config.ts';
import { openerFor, readIdentities } from '../platform/backup/sealing.ts';
import { fetchSegment } from './backup/fetch-segment.ts';
import { targetAt } from './backup/open-target.ts';
import type { Command } from './command.ts';

export const walCommands: readonly Command[] = [
  {
    name: 'wal fetch',
    usage: 'wal fetch --from PLACE --system ID [--identity FILE] SEGMENT PATH',
    summary: 'brings one segment of the log: what restore_command of PostgreSQL calls',
    run: fetchLog,
  },
];

/** That there is no such segment is a code of its own: 1 is what any program ends with that could not even start. */
export const noSuchSegment = 3;

async function fetchLog(config: Config, args: readonly string[]): Promise<void> {
  const { from, identity, system, segment, path } = read(args);
  try {
    const opener = openerFor(await readIdentities(identity));
    const isThere = await fetchSegment({ target: targetAt(config, from), opener, system }, segment, path);
    process.exitCode = isThere ? 0 : noSuchSegment;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

const read = (args: readonly string[]) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { from: { type: 'string' }, identity: { type: 'string' }, system: { type: 'string' } },
    allowPositionals: true,
    strict: true,
  });
  const { from, identity, system } = values;
  const [segment, path] = positionals;
  if (from === undefined || system === undefined || segment === undefined || path === undefined)
    throw new ConfigError('wal fetch takes --from, --system, the name of a segment and the path it is put at');
  return { from, identity, system, segment, path };
};
