import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Tenant } from '../platform/tenant/tenant.ts';
import { startTestInstallation, type TestInstallation } from '../testing/test-installation.ts';
import { hasContact, readPerson, savePerson, type Identity } from './person.ts';
import type { Tx } from './tx.ts';

let site: TestInstallation;
beforeAll(async () => {
  site = await startTestInstallation();
});
afterAll(() => site.close());

const vaultOf = (city: Tenant) => ({ keyring: site.laksa.keyring, tenantId: city.id, at: city.clock.now() });
const inCity = <T>(city: Tenant, work: (tx: Tx) => Promise<T>): Promise<T> =>
  site.laksa.database.inTenant(city.id, work);

const siti: Identity = { name: 'Siti Contoh', phone: '+6281200000001', email: 'siti@example.org' };

const save = async (city: Tenant, identity: Identity = siti): Promise<string> => {
  const id = await inCity(city, (tx) => savePerson(tx, vaultOf(city), identity, 'id'));
  if (id === null) throw new Error('somebody who tells something is a person');
  return id;
};

const read = (
  city: Tenant,
  personId: string,
  fields: readonly ('name' | 'phone' | 'email')[] = ['name', 'phone', 'email'],
): Promise<Identity> =>
  inCity(city, (tx) =>
    readPerson(tx, vaultOf(city), { personId, fields, ground: 'deliver_notice', reportId: null, postId: null }),
  );

/** As somebody who holds the whole database, and no key. */
const asThief = async (text: string, values: unknown[] = []): Promise<pg.QueryResult> => {
  const client = new pg.Client({ connectionString: site.url });
  await client.connect();
  return client.query(text, values).finally(() => client.end());
};

/** What AES-GCM says of a value that is not what was sealed here. */
const unopened = /unable to authenticate data/;

describe('a person in the vault', () => {
  it('is read whole, and each reading leaves a row that says which fields and why', async () => {
    const [city] = site.cities;
    const id = await save(city);
    expect(await read(city, id)).toEqual(siti);
    expect(await read(city, id, ['email'])).toEqual({ email: siti.email });
    const { rows } = await asThief(
      'select fields, ground, post_id, at from laksa.vault_read where person_id = $1 order by cardinality(fields)',
      [id],
    );
    expect(rows).toEqual([
      { fields: ['email'], ground: 'deliver_notice', post_id: null, at: city.clock.now() },
      { fields: ['name', 'phone', 'email'], ground: 'deliver_notice', post_id: null, at: city.clock.now() },
    ]);
  });

  it('is not read where the reading cannot be written down', async () => {
    const [city] = site.cities;
    const id = await save(city);
    const reading = site.laksa.database.inTenant(
      city.id,
      (tx) =>
        readPerson(tx, vaultOf(city), {
          personId: id,
          fields: ['name'],
          ground: 'receipt',
          reportId: null,
          postId: null,
        }),
      { readOnly: true },
    );
    await expect(reading).rejects.toThrow('read-only transaction');
    await expect(
      inCity(city, (tx) =>
        sql`update laksa.vault_read set ground = 'receipt' where tenant_id = ${city.id}`.execute(tx),
      ),
    ).rejects.toThrow('permission denied');
    await expect(
      inCity(city, (tx) => sql`delete from laksa.vault_read where tenant_id = ${city.id}`.execute(tx)),
    ).rejects.toThrow('permission denied');
  });

  it('stands nowhere in the database in words', async () => {
    const [city] = site.cities;
    await save(city);
    const { rows } = await asThief(`select sealed, lookup from laksa.person_field`);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      for (const part of [row.sealed, row.lookup])
        for (const word of Object.values(siti)) expect(part.includes(Buffer.from(word ?? ''))).toBe(false);
  });

  it('is found by a contact without being opened, in its own city alone', async () => {
    const [city, otherCity] = site.cities;
    const id = await save(city);
    const other = await save(otherCity);
    const before = await asThief('select from laksa.vault_read');
    expect(
      await inCity(city, (tx) => hasContact(tx, vaultOf(city), id, { field: 'email', value: 'siti@example.org' })),
    ).toBe(true);
    expect(
      await inCity(city, (tx) => hasContact(tx, vaultOf(city), id, { field: 'email', value: 'budi@example.org' })),
    ).toBe(false);
    expect(
      await inCity(city, (tx) => hasContact(tx, vaultOf(city), id, { field: 'phone', value: 'siti@example.org' })),
    ).toBe(false);
    expect(
      await inCity(city, (tx) => hasContact(tx, vaultOf(city), other, { field: 'email', value: 'siti@example.org' })),
    ).toBe(false);
    expect((await asThief('select from laksa.vault_read')).rowCount).toBe(before.rowCount);
    const { rows } = await asThief(
      `select lookup from laksa.person_field where person_id = any ($1) and field = 'email'`,
      [[id, other]],
    );
    expect(rows[0].lookup.equals(rows[1].lookup)).toBe(false);
  });

  it('does not open by the key of another city, in another place, or changed', async () => {
    const [city, otherCity] = site.cities;
    const [id, another, elsewhere] = [
      await save(city),
      await save(city, { name: 'Orang Lain', email: 'lain@example.org' }),
      await save(otherCity),
    ];
    const keep = async (work: () => Promise<void>): Promise<void> => {
      const { rows } = await asThief('select * from laksa.person_field');
      await work();
      for (const row of rows)
        await asThief(
          'update laksa.person_field set sealed = $1, key_id = $2 where tenant_id = $3 and person_id = $4 and field = $5',
          [row.sealed, row.key_id, row.tenant_id, row.person_id, row.field],
        );
    };
    const copy = `update laksa.person_field to_ set sealed = from_.sealed, key_id = to_.key_id from laksa.person_field from_ where to_.person_id = $1 and to_.field = $2 and from_.person_id = $3 and from_.field = $4`;
    await keep(async () => {
      await asThief(copy, [id, 'name', another, 'name']);
      await expect(read(city, id)).rejects.toThrow(unopened);
    });
    await keep(async () => {
      await asThief(copy, [id, 'name', id, 'email']);
      await expect(read(city, id)).rejects.toThrow(unopened);
    });
    await keep(async () => {
      await asThief(copy, [elsewhere, 'name', id, 'name']);
      await expect(read(otherCity, elsewhere)).rejects.toThrow(unopened);
    });
    await keep(async () => {
      await asThief(
        `update laksa.person_field set sealed = set_byte(sealed, length(sealed) - 1, get_byte(sealed, length(sealed) - 1) # 1) where person_id = $1 and field = 'name'`,
        [id],
      );
      await expect(read(city, id)).rejects.toThrow(unopened);
    });
    expect(await read(city, id)).toEqual(siti);
  });

  it('who tells nothing is nobody', async () => {
    const [city] = site.cities;
    expect(await inCity(city, (tx) => savePerson(tx, vaultOf(city), {}, 'id'))).toBeNull();
  });
});
