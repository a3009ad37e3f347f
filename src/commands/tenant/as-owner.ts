import pg from 'pg';

/** A connection that may become the owner of the schema, for the time of the work. */
export const asOwner = async <T>(ownerUrl: string, work: (admin: pg.Client) => Promise<T>): Promise<T> => {
  const admin = new pg.Client({ connectionString: ownerUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
};
