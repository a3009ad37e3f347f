import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import type { Bench, Found } from './bench.ts';
import { clockBench } from './clock.ts';
import { postgresVersions, usualGround, type Ground } from './ground.ts';
import { lifecycleBench } from './lifecycle.ts';
import { lighthouseBench } from './lighthouse.ts';
import { machine } from './machine.ts';
import { photosBench } from './photos.ts';
import { plansBench } from './plans.ts';
import { readBench } from './read.ts';
import { searchBench } from './search.ts';
import { spikeBench } from './spike.ts';
import { tableOf } from './table.ts';

const benches: Readonly<Record<string, Bench>> = {
  clock: clockBench,
  lifecycle: lifecycleBench,
  lighthouse: lighthouseBench,
  read: readBench,
  plans: plansBench,
  photos: photosBench,
  search: searchBench,
  spike: spikeBench,
};

const usage = `npm run bench -- NAME [--rows N] [--seconds N] [--rounds N] [--with TROUBLE] [--json FILE]
  lifecycle, read: [--processes N] [--postgres ${postgresVersions.join('|')}] [--pooler]
  NAME: ${Object.keys(benches).join(', ')}`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '0' },
    seconds: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    with: { type: 'string' },
    processes: { type: 'string', default: String(usualGround.processes) },
    postgres: { type: 'string', default: usualGround.postgres },
    pooler: { type: 'boolean', default: usualGround.hasPooler },
    json: { type: 'string' },
  },
});
const name = positionals[0] ?? '';
const bench = benches[name];
/** A flood has to last longer than what a queue can hide. */
const usualSeconds = name === 'spike' ? 60 : 2;
const [rows, seconds, rounds] = [Number(values.rows), Number(values.seconds ?? usualSeconds), Number(values.rounds)];
const processes = Number(values.processes);
const postgres = postgresVersions.find((version) => version === values.postgres);
const areWhole = [rows, seconds, rounds, processes].every((number) => Number.isInteger(number) && number >= 0);
if (bench === undefined || !areWhole || processes < 1 || postgres === undefined) {
  console.error(usage);
  process.exit(2);
}

const ground: Ground = { processes, postgres, hasPooler: values.pooler };
const {
  metrics,
  notes,
  isGood = true,
}: Found = await bench({
  rows,
  seconds,
  rounds,
  ground,
  trouble: values.with,
  say: (line) => console.error(line),
});
console.log(tableOf(metrics));
for (const note of notes) console.log(note);
if (values.json !== undefined) {
  await mkdir(dirname(resolve(values.json)), { recursive: true });
  await writeFile(
    resolve(values.json),
    `${JSON.stringify({ bench: name, rows, ground, machine: machine(), metrics }, null, 2)}\n`,
  );
}
process.exit(isGood ? 0 : 1);
