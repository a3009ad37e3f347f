import pg from 'pg';

import { withAdmin } from '../../platform/db/admin.ts';
import { connectionsOf } from '../serve/connections.ts';
import { error, ok, warning, type Check, type Finding } from './check.ts';

export type DatabaseSettings = Readonly<Record<string, string>>;

export const settingChecks: readonly Check[] = [
  {
    name: 'connections',
    look: async ({ owner, config }) =>
      connectionsFinding(await withAdmin(owner, readSettings), connectionsOf(config.webProcesses)),
  },
  { name: 'settings', look: async ({ owner }) => settingsFinding(await withAdmin(owner, readSettings)) },
  { name: 'jit', look: ({ app }) => lookAtJit(app) },
];

/** In bytes where they are sizes. */
export const readSettings = async (client: pg.ClientBase): Promise<DatabaseSettings> => {
  const { rows } = await client.query<{ readonly name: string; readonly value: string }>(
    `select name, case when unit in ('B', 'kB', '8kB', 'MB') then (setting::numeric * pg_size_bytes('1 ' || replace(unit, '8kB', 'kB'))
       * case unit when '8kB' then 8 else 1 end)::bigint::text else setting end as value
     from pg_settings where name = any ($1)`,
    [
      [
        'max_connections',
        'superuser_reserved_connections',
        'fsync',
        'full_page_writes',
        'synchronous_commit',
        'shared_buffers',
        'work_mem',
      ],
    ],
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
};

/** For psql, backups and commands. */
const spareConnections = 10;

export const connectionsFinding = (settings: DatabaseSettings, needed: number): readonly Finding[] => {
  const free = Number(settings['max_connections']) - Number(settings['superuser_reserved_connections']);
  const said = `${needed} at most of ${free}`;
  if (needed > free) return error(said, 'raise max_connections, or lower LAKSA_WEB_PROCESSES');
  return needed + spareConnections > free
    ? warning(said, 'raise max_connections: nothing is left for backups and psql')
    : ok(said);
};

const mib = 1024 ** 2;

export const settingsFinding = (settings: DatabaseSettings): readonly Finding[] => {
  const unsafe = ['fsync', 'full_page_writes', 'synchronous_commit'].filter((name) => settings[name] === 'off');
  if (unsafe.length > 0)
    return error(
      `${unsafe.join(', ')} off: a power cut loses what was answered`,
      `set ${unsafe.map((name) => `${name} = on`).join(', ')}`,
    );
  const small = [
    ...(Number(settings['shared_buffers']) < 128 * mib ? ['shared_buffers = 128MB or a quarter of the memory'] : []),
    ...(Number(settings['work_mem']) < 4 * mib ? ['work_mem = 4MB or more'] : []),
  ];
  return small.length === 0
    ? ok('nothing unsafe, nothing far too small')
    : warning('smaller than a city needs', `set ${small.join(', ')}`);
};

/** As the application connects: each role has its own setting. */
export const lookAtJit = async (url: string): Promise<readonly Finding[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ readonly jit: string }>('show jit').finally(() => client.end());
  if (rows[0]?.jit === 'off') return ok('off');
  return warning('short statements are compiled at length', 'run: laksa migrate, which sets it off for each role');
};
