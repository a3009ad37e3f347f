import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestInstallation, type TestInstallation } from '../../testing/test-installation.ts';
import { uuid7 } from './uuid7.ts';
import { roleUrl } from './role-url.ts';
import { promises, readGrants } from './testing/catalogue.ts';

let site: TestInstallation;
let admin: pg.Client;

beforeAll(async () => {
  site = await startTestInstallation();
  admin = new pg.Client({ connectionString: site.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await site.close();
});

/** Connects as another role for a moment. */
const as = async <T>(role: Parameters<typeof roleUrl>[1], work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: roleUrl(site.url, role) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const column = async (client: pg.ClientBase, text: string, values: unknown[] = []): Promise<readonly unknown[]> =>
  (await client.query<unknown[]>({ text, values, rowMode: 'array' })).rows.map((row) => row[0]);

const refusalOf = (client: pg.ClientBase, text: string): Promise<string> =>
  client.query(text).then(
    () => 'allowed',
    (error: Error) => error.message,
  );

describe('the promises of the data floor', () => {
  it.each(promises)('$says', async ({ offences }) => {
    expect(await offences(admin)).toEqual([]);
  });

  it('are asked of tables that are there', async () => {
    const [count] = await column(
      admin,
      `select count(*)::int from pg_class where relnamespace = 'laksa'::regnamespace and relkind = 'r'`,
    );
    expect(count).toBeGreaterThan(20);
  });
});

describe('a promise that is broken is found', () => {
  const table = `create table laksa.bad (tenant_id uuid not null, id uuid not null, constraint bad_pk primary key (tenant_id, id));`;
  const broken: readonly (readonly [says: string, ddl: string, offence: string])[] = [
    ['every table but the shared lists has tenant_id', 'create table laksa.bad (id uuid primary key)', 'bad'],
    [
      'every table but the shared lists has tenant_id',
      'create table laksa.bad (tenant_id uuid, id uuid, primary key (id, tenant_id))',
      'bad',
    ],
    [
      'tenant_id comes first in every unique key',
      `create unique index bad_idx on laksa.report (number, tenant_id)`,
      'laksa.bad_idx',
    ],
    [
      'tenant_id comes first in every foreign key',
      `${table} create unique index bad_idx on laksa.bad (id); alter table laksa.report add constraint bad_fk foreign key (id) references laksa.bad (id)`,
      'bad_fk',
    ],
    [
      'no foreign key leaves the schema',
      `create table ops.bad (tenant_id uuid, id uuid, primary key (tenant_id, id)); alter table laksa.report add constraint bad_fk foreign key (tenant_id, id) references ops.bad`,
      'bad_fk',
    ],
    [
      'every foreign key has an index',
      `${table} alter table laksa.bad add constraint bad_fk foreign key (tenant_id, id) references laksa.post; alter table laksa.bad drop constraint bad_pk`,
      'bad_fk',
    ],
    ['every foreign key has an index', `drop index laksa.report_category_idx`, 'report_category_fk'],
    ['no serial', 'create table laksa.bad (tenant_id uuid, id int generated always as identity)', 'bad.id'],
    ['text with checks', `create type laksa.bad as enum ('a')`, 'bad'],
    [
      'no trigger',
      `create function laksa.bad() returns trigger language plpgsql as 'begin return new; end'; create trigger bad before insert on laksa.report for each row execute function laksa.bad()`,
      'bad on report',
    ],
    ['no column has a default', `alter table laksa.report alter column rating set default 1`, 'report.rating'],
    [
      'nothing in the schema asks',
      `create view laksa.bad with (security_invoker = true) as select current_timestamp as at`,
      'bad',
    ],
    [
      'nothing in the schema asks',
      `create function laksa.bad() returns timestamptz language sql as 'select pg_catalog.now()'`,
      'bad',
    ],
    ['row-level security is on', `alter table laksa.report no force row level security`, 'report'],
    ['each of them has the fence', `drop policy maintenance on laksa.report`, 'report lacks maintenance'],
    [
      'each of them has the fence',
      `alter policy tenant_fence on laksa.report using (true)`,
      'report lacks tenant_fence',
    ],
    ['each of them has the fence', `create policy bad on laksa.report to laksa_app using (true)`, 'report.bad'],
    [
      'no policy has a sub-select',
      `create policy bad on laksa.report for select to laksa_find using (exists (select 1))`,
      'report.bad',
    ],
    ['every view beside the find views', `create view laksa.bad as select 1 as one`, 'bad'],
    [
      'every function that runs',
      `create function laksa.bad() returns int language sql security definer as 'select 1'`,
      'bad',
    ],
    [
      'every view and function of laksa_find',
      `create view find.bad as select id from laksa.report; alter view find.bad owner to laksa_find`,
      'find.bad',
    ],
    [
      'every view and function of laksa_find',
      `create view find.bad as select id from laksa.report r where r.tenant_id = nullif(current_setting('laksa.tenant', true), '')::uuid or r.is_secret; alter view find.bad owner to laksa_find`,
      'find.bad',
    ],
    [
      'every view and function of laksa_find',
      `create view find.bad as select id from laksa.report r where r.tenant_id = nullif(current_setting('laksa.tenant', true), '')::uuid union all select id from laksa.report; alter view find.bad owner to laksa_find`,
      'find.bad',
    ],
    [
      'every view and function of laksa_find',
      `create function find.bad() returns bigint language sql security definer as 'select count(*) from laksa.report'; alter function find.bad() owner to laksa_find`,
      'find.bad',
    ],
    [
      'every view and function of laksa_find',
      `create view find.bad as select 1 as one`,
      'find.bad belongs to postgres',
    ],
  ];

  it.each(broken)('%s: %s', async (says, ddl, offence) => {
    const promise = promises.find((candidate) => candidate.says.startsWith(says));
    await admin.query('begin');
    try {
      await admin.query(ddl);
      expect(await promise?.offences(admin)).toContain(offence);
    } finally {
      await admin.query('rollback');
    }
  });

  it('and every promise has been broken once', () => {
    const proved = new Set(broken.map(([says]) => promises.find((promise) => promise.says.startsWith(says))?.says));
    expect([...proved].toSorted()).toEqual(promises.map((promise) => promise.says).toSorted());
  });
});

describe('who may do what', () => {
  const reads = 'select';
  const writes = 'insert, select, update';
  const all = 'delete, insert, select, update';
  const overseen =
    'agency assignment calendar_change category clock_pause duty event_feed holiday photo_public policy_rule policy_version post post_notice post_seen report_clock report_event report_merge report_public routing_rule tenant vault_read village village_area';
  const app = {
    'find.report_public_terms': reads,
    'find.report_public_words': reads,
    'laksa.agency': writes,
    'laksa.api_key': 'insert, select, update (last_used_at, revoked_at, warned_at)',
    'laksa.assignment': writes,
    'laksa.calendar_change': 'insert, select',
    'laksa.category': writes,
    'laksa.city_event': 'insert, select',
    'laksa.clock_pause': 'insert, select, update (ended_at)',
    'laksa.contact_change':
      'insert, select, update (disowned_at, disowned_lookup, done_at, key_id, new_sealed, old_sealed, state, told_sealed)',
    'laksa.contact_stop': 'insert, select, update (ended_at, stopped_at)',
    'laksa.data_key': 'insert, select, update (retired_at, wrapped)',
    'laksa.duty': all,
    'laksa.event_feed': 'insert, select',
    'laksa.event_pending': 'delete, insert, select',
    'laksa.event_secret': 'delete, insert, select',
    'laksa.feed_cursor': writes,
    'laksa.follow': 'insert, select, update (ended_at, followed_at, person_id)',
    'laksa.follow_request': 'delete, insert, select, update (key_id, sealed)',
    'laksa.handed_report': 'insert, select, update (state)',
    'laksa.holiday': all,
    'laksa.import_batch':
      'delete, insert, select, update (changed, confirmed_at, done_at, invited, key_id, made, refused, sealed)',
    'laksa.invitation': 'insert, select, update (accepted_at, accepted_by, key_id, lookup, sealed, voided_at)',
    'laksa.letter_wording': 'insert, select',
    'laksa.limit_count': all,
    'laksa.notice': writes,
    'laksa.notice_choice': writes,
    'laksa.notice_letter': 'insert, select, update (lookup)',
    'laksa.notice_setting': writes,
    'laksa.person': all,
    'laksa.person_field': all,
    'laksa.photo': all,
    'laksa.photo_blur': 'insert, select',
    'laksa.photo_public': reads,
    'laksa.place_public': reads,
    'laksa.policy_rule': 'insert, select',
    'laksa.policy_version': 'insert, select',
    'laksa.post': writes,
    'laksa.post_handover': 'insert, select',
    'laksa.post_holder': writes,
    'laksa.post_letter': 'insert, select, update (attempts, last_error, sent_at, state)',
    'laksa.post_notice': 'insert, select, update (seen_at)',
    'laksa.post_seen': writes,
    'laksa.readiness_mark': 'insert, select',
    'laksa.rehearsal_letter': 'insert, select',
    'laksa.report': writes,
    'laksa.report_clock': writes,
    'laksa.report_event': 'insert, select',
    'laksa.report_flag': 'insert, select, update (network_hash, settled_at)',
    'laksa.report_merge': 'insert, select, update (ended_at)',
    'laksa.report_place': 'delete, insert, select',
    'laksa.report_public': reads,
    'laksa.report_search': all,
    'laksa.report_subject': all,
    'laksa.routing_rule': writes,
    'laksa.search_key': 'delete, insert, select',
    'laksa.sign_in_event': 'delete, insert, select',
    'laksa.sign_in_link': 'delete, insert, select, update (key_id, sealed, used_at)',
    'laksa.supporter': 'delete, insert, select, update (contact_hash)',
    'laksa.tenant': reads,
    'laksa.vault_read': 'insert, select',
    'laksa.village': writes,
    'laksa.village_area': writes,
    'ops.migration': reads,
    'ops.root_key': 'insert, select',
  };

  it('is exactly this on tables and views', async () => {
    const wanted = [
      ...Object.entries(app).map(([name, rights]) => `laksa_app ${name}: ${rights}`),
      'laksa_find laksa.report: select',
      'laksa_find laksa.report_search: select',
      'laksa_find laksa.tenant: select',
      ...overseen.split(' ').map((name) => `laksa_oversight laksa.${name}: select`),
    ];
    const grants = await readGrants(admin);
    const byColumn = grants.filter((line) => /^laksa_oversight laksa\.(report|photo):/.test(line));
    expect(grants.filter((line) => !byColumn.includes(line))).toEqual(wanted.toSorted());
    const [ofPhoto = '', ofReport = ''] = byColumn.toSorted();
    expect(ofReport).toMatch(/^laksa_oversight laksa\.report: select \(/);
    expect(ofReport).not.toMatch(/insert|update|delete|claim|nonce|reporter_id/);
    expect(ofPhoto).toBe(
      'laksa_oversight laksa.photo: select (blur_version, blurred_version, height, id, is_public, purpose, report_id, state, tenant_id, width)',
    );
  });

  it('is exactly this on functions', async () => {
    const granted = await column(
      admin,
      `select format('%s %s.%s', a.grantee::regrole, p.pronamespace::regnamespace, p.proname) as line from pg_proc p, aclexplode(p.proacl) a
       where p.pronamespace in ('laksa'::regnamespace, 'ops'::regnamespace, 'find'::regnamespace) and a.grantee <> p.proowner order by 1`,
    );
    expect(granted).toEqual([
      'laksa_app laksa.enqueue',
      'laksa_app laksa.job_pulse',
      'laksa_app laksa.jobs_in_trouble',
      'laksa_app laksa.open_tenant',
      'laksa_app laksa.retry_job',
    ]);
  });

  it('gives the application no right in the schemas of sign-in, of jobs, or to make anything', async () => {
    const rights = await column(
      admin,
      `select format('%s %s %s', r, s, p) from unnest(array['laksa_app', 'laksa_oversight', 'laksa_find']) r, unnest(array['laksa', 'ops', 'find', 'auth', 'graphile_worker', 'public']) s,
         unnest(array['usage', 'create']) p where has_schema_privilege(r, s, p) order by 1`,
    );
    expect(rights).toEqual([
      'laksa_app find usage',
      'laksa_app laksa usage',
      'laksa_app ops usage',
      'laksa_find find create',
      'laksa_find find usage',
      'laksa_find laksa usage',
      'laksa_oversight laksa usage',
    ]);
  });

  it('lets nobody but the administrator of the server around the fence', async () => {
    expect(
      await column(
        admin,
        `select rolname::text from pg_roles where (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) and rolname not like 'pg\\_%'`,
      ),
    ).toEqual(['postgres']);
    expect(
      await column(
        admin,
        `select rolname::text from pg_roles where rolname like 'laksa\\_%' and not rolcanlogin order by 1`,
      ),
    ).toEqual(['laksa_find', 'laksa_owner']);
    const memberships = await column(
      admin,
      `select format('%s in %s', member::regrole, roleid::regrole) from pg_auth_members where member::regrole::text like 'laksa\\_%'`,
    );
    expect(memberships).toEqual(['laksa_owner in laksa_find']);
    expect(await column(admin, `select rolinherit from pg_roles where rolname = 'laksa_owner'`)).toEqual([false]);
  });

  it('lets the application become nobody else', async () => {
    await as('laksa_app', async (client) => {
      for (const role of ['laksa_owner', 'laksa_find', 'laksa_jobs', 'laksa_auth', 'laksa_oversight', 'postgres'])
        expect(await refusalOf(client, `set role ${role}`)).toMatch(/permission denied to set role/);
    });
  });

  it('keeps the maintenance door shut for the application, whatever it says aloud', async () => {
    await as('laksa_app', async (client) => {
      await client.query(`set laksa.maintenance = 'on'`);
      expect(await column(client, 'select count(*)::int from laksa.post')).toEqual([0]);
    });
  });

  it('lets overseers read what belongs to their tenant, and change nothing', async () => {
    await as('laksa_oversight', async (client) => {
      expect(await column(client, 'select count(*)::int from laksa.post')).toEqual([0]);
      await client.query(`select set_config('laksa.tenant', '${site.cities[0].id}', false)`);
      expect(await column(client, 'select distinct tenant_id from laksa.post')).toEqual([site.cities[0].id]);
      expect(await column(client, 'select count(*)::int from laksa.report_public')).toEqual([0]);
      expect(await column(client, 'select count(*)::int from laksa.photo_public')).toEqual([0]);
      for (const table of [
        'person_field',
        'event_secret',
        'data_key',
        'api_key',
        'invitation',
        'sign_in_link',
        'import_batch',
      ])
        expect(await refusalOf(client, `select from laksa.${table}`)).toMatch(/permission denied/);
      expect(await refusalOf(client, `update laksa.post set name = 'x'`)).toMatch(/permission denied/);
    });
  });
});

describe('the owner', () => {
  it('sees no row and changes none until maintenance is said aloud', async () => {
    const owner = new pg.Client({ connectionString: site.url });
    await owner.connect();
    try {
      await owner.query('set role laksa_owner');
      const fenced = await column(
        admin,
        `select relname::text from pg_class where relnamespace = 'laksa'::regnamespace and relkind = 'r' and relforcerowsecurity`,
      );
      for (const table of fenced)
        expect(await column(owner, `select count(*)::int from laksa.${String(table)}`), String(table)).toEqual([0]);
      expect((await owner.query('update laksa.village set postal_code = postal_code')).rowCount).toBe(0);
      await owner.query(`set laksa.maintenance = 'on'`);
      expect((await owner.query('update laksa.village set postal_code = postal_code')).rowCount).toBe(4);
    } finally {
      await owner.end();
    }
  });
});

describe('a job', () => {
  const enqueue = (tenantId: string) =>
    `select laksa.enqueue('deliver-notices', '{"tenantId": "${tenantId}", "reportId": "${uuid7(new Date(0))}"}')`;
  const waiting = () => column(admin, 'select count(*)::int from graphile_worker._private_jobs');

  it('is added with its transaction, or not at all', async () => {
    const [{ id }] = site.cities;
    await as('laksa_app', async (client) => {
      await client.query(`begin; select set_config('laksa.tenant', '${id}', true); ${enqueue(id)}; rollback`);
      expect(await waiting()).toEqual([0]);
      await client.query(`begin; select set_config('laksa.tenant', '${id}', true); ${enqueue(id)}; commit`);
      expect(await waiting()).toEqual([1]);
    });
  });

  it('is added by the application through this door alone', async () => {
    await as('laksa_app', async (client) => {
      expect(await refusalOf(client, `select graphile_worker.add_job('deliver-notices')`)).toMatch(
        /permission denied for schema/,
      );
      expect(await refusalOf(client, `insert into graphile_worker._private_jobs (task_id) values (1)`)).toMatch(
        /permission denied for schema/,
      );
      expect(await refusalOf(client, enqueue(site.cities[0].id))).toMatch(/its own tenant/);
    });
  });
});

it('is read without just-in-time compilation, by every role that signs in', async () => {
  for (const role of ['laksa_app', 'laksa_jobs', 'laksa_auth', 'laksa_oversight'] as const)
    expect(await as(role, (client) => column(client, 'show jit'))).toEqual(['off']);
});
