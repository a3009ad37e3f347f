import pg from 'pg';

/** How often each description is there, read past every fence. */
export const storedTexts = async (ownerUrl: string): Promise<ReadonlyMap<string, number>> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ text: string; count: number }>(
      `select s.value as text, count(*)::int as count from laksa.report r
       join laksa.report_event e on e.tenant_id = r.tenant_id and e.report_id = r.id and e.seq = 1
       join laksa.event_secret s on s.tenant_id = e.tenant_id and s.event_id = e.id and s.field = 'description'
       group by s.value`,
    );
    return new Map(rows.map(({ text, count }) => [text, count]));
  } finally {
    await client.end();
  }
};
