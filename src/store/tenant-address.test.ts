import pg from 'pg';
import { expect, test } from 'vitest';

import { startTestInstallation } from '../testing/test-installation.ts';
import { moveFirstTenant } from './tenant-address.ts';

test('a city keeps the address it was made with; only the demonstration follows the port, or whoever says another', async () => {
  const site = await startTestInstallation();
  const admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
  const origins = async () =>
    (await admin.query('select origin from laksa.tenant order by created_at')).rows.map(({ origin }) => origin);
  try {
    await moveFirstTenant(admin, 'http://127.0.0.1:3001', { onlyDemo: true });
    expect(await origins()).toEqual(['http://127.0.0.1:3001', 'http://dua.example']);
    await admin.query(
      "update laksa.tenant set is_demo = false, origin = 'https://lapor.satu.example' where slug = 'satu'",
    );
    await moveFirstTenant(admin, 'http://127.0.0.1:3000', { onlyDemo: true });
    expect(await origins()).toEqual(['https://lapor.satu.example', 'http://dua.example']);
    await moveFirstTenant(admin, 'https://baru.satu.example', { onlyDemo: false });
    expect(await origins()).toEqual(['https://baru.satu.example', 'http://dua.example']);
  } finally {
    await admin.end();
    await site.close();
  }
});
