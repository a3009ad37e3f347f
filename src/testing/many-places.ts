import pg from 'pg';

/** A place of its own for each report of a city that has many (many-reports.ts), spread over some 14 by 20 km in steps of a hundred meters. */
export const makeManyPlaces = async (url: string, tenantId: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into laksa.report_place (tenant_id, report_id, village_code, latitude, longitude)
       select tenant_id, id, village_code, round((-6.1 - ${spread(1, 130)})::numeric, 3), round((106.55 + ${spread(7, 190)})::numeric, 3)
       from laksa.report where tenant_id = $1`,
      [tenantId],
    );
  } finally {
    await client.end();
  }
};

/** So many thousandths of a degree, by six digits of what the number is hashed to: as good as by chance, and the same each time. */
const spread = (digit: number, steps: number): string =>
  `('x' || substr(md5(number), ${digit}, 6))::bit(24)::int % ${steps} / 1000.0`;
