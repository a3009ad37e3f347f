import { setTimeout as pause } from 'node:timers/promises';

import pg from 'pg';

import { findEmbeddedPostgres } from '../src/platform/postgres/embedded-postgres.ts';
import { cityIsKeptForMs } from '../src/store/city.ts';

/** Has letters go at whatever hour the tests run, and without waiting for the next step: by the rules of the city, as its administrator would set them. */
export const tellAtOnce = async (dataDir: string, ownerUrl?: string): Promise<void> => {
  const url = ownerUrl ?? (await findEmbeddedPostgres(dataDir))?.url;
  if (url === undefined) return;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `update laksa.policy_rule set value = case key when 'notices.settle_minutes' then '0'::jsonb else '"00:00"'::jsonb end
       where key in ('notices.settle_minutes', 'notices.quiet_from', 'notices.quiet_until')`,
    );
  } finally {
    await client.end();
  }
  // Whoever has read the rules before goes by them as long.
  await pause(cityIsKeptForMs);
};
