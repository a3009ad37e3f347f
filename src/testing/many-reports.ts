import pg from 'pg';

/** The id of the n-th report, event, ... of a city made here; `kind` keeps them apart. */
const idOf = (kind: string, n = 'i'): string => `('0191${kind}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** The id of the n-th report. */
export const reportId = (n: number): string => `01910000-0001-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The id of the n-th change of the city. */
export const cityEventId = (n: number): string => `01910000-0071-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const reportNumber = (n: number): string => String(1_000_000_000 + n);

/**
 * Fills one city with so many reports as they look after years: most of them over, a few thousand open, three events, words, clocks and a notice each.
 * Made by the database in bulk and not by the use cases: for plans and sizes, never for what they mean (their hashes are none).
 */
export const makeManyReports = async (url: string, tenantId: string, count: number): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '128MB'`,
    );
    for (const statement of statements(count)) await client.query(statement, [tenantId]);
  } finally {
    await client.end();
  }
};

/** Brings the planner's knowledge up to date, and the map of what is visible. */
export const analyse = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('vacuum analyze').finally(() => client.end());
};

const series = (count: number): string => `generate_series(1, ${count}) i`;
const filedAt = `timestamptz '2026-11-23T02:00:00Z' - i * interval '7 minutes'`;
const states = `(array['received', 'verified', 'assigned', 'in_progress', 'answered', 'resolved'])[1 + i / 10 % 6]`;
const state = `case when i % 10 < 8 then 'closed' else ${states} end`;
const posts = `cross join (select array_agg(id order by slug) as posts from laksa.post where tenant_id = $1) p`;
const categories = `cross join (select array_agg(id order by slug) as categories from laksa.category where tenant_id = $1) c`;
const villages = `cross join (select array_agg(code order by code) as villages from laksa.village where tenant_id = $1) v`;
const pick = (list: string): string => `${list}[1 + i % cardinality(${list})]`;

const statements = (count: number): readonly string[] => [
  `insert into laksa.person (tenant_id, id, language, created_at) select $1, ${idOf('0000-0009')}, 'id', ${filedAt} from ${series(count)}`,
  `insert into laksa.report (tenant_id, id, number, kind, class, state, state_since, closed_reason, version, policy_version, publication, is_anonymous, is_secret,
     category_id, village_code, channel, reporter_id, reporter_language, holder_post_id, questions_asked, times_returned, next_due_at, next_clock, public_title,
     public_description, public_answer, claim_hash, claim_generation, nonce_hash, filed_at, words_mark, place_mark)
   select $1, ${idOf('0000-0001')}, (1000000000 + i)::text, 'complaint', 'complaint', ${state}, ${filedAt}, case when i % 10 < 8 then 'confirmed' end, 3, 1,
     case when i % 3 = 0 then 'hidden' else 'public' end, false, i % 50 = 0, ${pick('categories')}, ${pick('villages')}, 'web', ${idOf('0000-0009')}, 'id',
     case when i % 10 >= 8 then ${pick('posts')} end, 0, 0, case when i % 10 >= 8 then ${filedAt} + interval '14 days' end,
     case when i % 10 >= 8 then 'answer' end, 'Jalan berlubang nomor ' || i, 'Lubang besar di depan rumah' || case when i % 500 = 0 then ' dan pohon tumbang' else '' end,
     case when ${state} in ('closed', 'resolved') and i % 7 <> 0 then 'Sudah ditambal.' end,
     sha256(i::text::bytea), 1, sha256(('nonce' || i)::bytea), ${filedAt},
     sha256((i % 20000)::text::bytea), sha256((i % 7)::text::bytea)
   from ${series(count)} ${posts} ${categories} ${villages}`,
  `insert into laksa.report_search (tenant_id, report_id, filed_at, rules, terms)
   select $1, ${idOf('0000-0001')}, ${filedAt}, 1, array_to_tsvector(array['jalan', 'lubang', 'rumah', i::text] || case when i % 500 = 0 then '{pohon,tumbang}'::text[] else '{}' end)
   from ${series(count)} where i % 3 <> 0`,
  `insert into laksa.search_key (tenant_id, key, form, stem) values ($1, 'pohon', 'pohon', 'pohon'), ($1, 'phon', 'pohon', 'pohon'), ($1, 'tumbang', 'tumbang', 'tumbang'), ($1, 'tumbag', 'tumbang', 'tumbang')`,
  ...[1, 2, 3].map(
    (
      seq,
    ) => `insert into laksa.report_event (tenant_id, id, report_id, seq, at, kind, actor_kind, payload, commitments, prev_hash, hash)
   select $1, ${idOf(`0000-001${seq}`)}, ${idOf('0000-0001')}, ${seq}, ${filedAt} + ${seq} * interval '1 hour', '${['filed', 'verified', 'accepted'][seq - 1]}', 'reporter', '{}', '{}', '', sha256(i::text::bytea) from ${series(count)}`,
  ),
  ...['title', 'description'].map(
    (field) =>
      `insert into laksa.event_secret (tenant_id, event_id, field, salt, value) select $1, ${idOf('0000-0011')}, '${field}', sha256(i::text::bytea), 'Jalan berlubang ' || i from ${series(count)}`,
  ),
  ...[1, 2].map(
    (
      n,
    ) => `insert into laksa.report_clock (tenant_id, id, report_id, kind, policy_version, started_at, due_at, provisional, paused_ms, watch_at, stopped_at, outcome)
   select $1, ${idOf(`0000-002${n}`)}, ${idOf('0000-0001')}, '${['first_answer', 'answer'][n - 1]}', 1, ${filedAt}, ${filedAt} + interval '14 days', false, 0, ${filedAt} + interval '14 days',
     case when i % 10 < 8 or ${n} = 1 then ${filedAt} end, case when i % 10 < 8 or ${n} = 1 then 'kept' end from ${series(count)}`,
  ),
  `insert into laksa.assignment (tenant_id, id, report_id, agency_id, post_id, state, offered_at, closed_at)
   select $1, ${idOf('0000-0031')}, ${idOf('0000-0001')}, q.agency_id, q.id, case when i % 10 < 8 then 'done' else 'accepted' end, ${filedAt}, case when i % 10 < 8 then ${filedAt} end
   from ${series(count)} cross join lateral (select id, agency_id from laksa.post where tenant_id = $1 and agency_id is not null order by slug offset i % 5 limit 1) q`,
  `insert into laksa.notice (tenant_id, id, report_id, event_id, seq, kind, channel, state, attempts, created_at)
   select $1, ${idOf('0000-0041')}, ${idOf('0000-0001')}, ${idOf('0000-0011')}, 1, 'filed', 'email', case when i % 1000 = 0 then 'waiting' else 'sent' end, 1, ${filedAt} from ${series(count)}`,
  `insert into laksa.post_notice (tenant_id, id, post_id, report_id, kind, about_id, at, not_before, created_at, seen_at, by_roster)
   select $1, ${idOf('0000-0061')}, ${pick('posts')}, ${idOf('0000-0001')}, 'new_work', ${idOf('0000-0011')}, ${filedAt}, ${filedAt}, ${filedAt}, case when i > 1000 then ${filedAt} end, false
   from ${series(count)} ${posts}`,
  `insert into laksa.post_letter (tenant_id, notice_id, user_id, state, attempts, sent_at)
   select $1, ${idOf('0000-0061')}, 'petugas-' || i % 20, case when i % 1000 = 0 then 'waiting' else 'sent' end, 1, ${filedAt} from ${series(count)}`,
  `insert into laksa.city_event (tenant_id, id, at, kind, subject_id, by_user, by_post, changes)
   select $1, ${idOf('0000-0071')}, ${filedAt}, case when i % 10000 = 0 then 'agency.closed' else (array['holder.opened', 'holder.changed', 'invitation.sent'])[1 + i % 3] end, ${pick('posts')}, 'petugas-' || i % 20,
     ${pick('posts')}, '{}' from ${series(count)} ${posts}`,
  `insert into laksa.sign_in_event (tenant_id, id, user_id, at, kind, device)
   select $1, ${idOf('0000-0072')}, 'petugas-' || i % 400, ${filedAt}, 'signed_in', 'Chrome, Windows' from ${series(count)}`,
  `insert into laksa.event_feed (tenant_id, position, event_id, published_at, chain) select $1, i, ${idOf('0000-0011')}, ${filedAt}, sha256(i::text::bytea) from ${series(count)}`,
  `insert into laksa.event_pending (tenant_id, event_id) select $1, ${idOf('0000-0012')} from ${series(20)}`,
  `insert into laksa.vault_read (tenant_id, id, person_id, report_id, fields, ground, at) select $1, ${idOf('0000-0051')}, ${idOf('0000-0009')}, ${idOf('0000-0001')}, '{email}', 'deliver_notice', ${filedAt} from ${series(count)}`,
];
