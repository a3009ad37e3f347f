import { sql } from 'kysely';

import type { Tx } from '../../store/tx.ts';
import { markOf } from '../../store/change-office.ts';
import { readPostWork } from '../../store/post-work.ts';
import { readPosts, type PostRow, type Span } from './post-queries.ts';

/** What there is to hand over of one post. */
export type HeldWork = {
  readonly post: PostRow;
  /** The span of who leaves; null: the post is what is looked at. */
  readonly span: (Span & { readonly mark: string }) | null;
  readonly reports: number;
  readonly duties: number;
  readonly keys: number;
};

export type WorkOf = { readonly userId: string } | { readonly slug: string };

/** All that somebody holds or will hold, or one post, with what waits there. */
export const readHeldWork = async (
  tx: Tx,
  tenantId: string,
  { of, now }: { readonly of: WorkOf; readonly now: Date },
): Promise<readonly HeldWork[]> => {
  const posts = await readPosts(tx, tenantId, { now });
  const held = posts.flatMap((post): readonly { readonly post: PostRow; readonly span: Span | null }[] => {
    if ('slug' in of) return post.slug === of.slug ? [{ post, span: null }] : [];
    return post.spans.filter(({ userId }) => userId === of.userId).map((span) => ({ post, span }));
  });
  const works: HeldWork[] = [];
  for (const { post, span } of held)
    works.push({
      post,
      span: span === null ? null : { ...span, mark: await markOf(tx, tenantId, span.id) },
      reports: (await readPostWork(tx, tenantId, post.id)).reports,
      ...(await readBeside(tx, tenantId, post.id, now)),
    });
  return works;
};

const readBeside = async (
  tx: Tx,
  tenantId: string,
  postId: string,
  now: Date,
): Promise<Pick<HeldWork, 'duties' | 'keys'>> => {
  const { rows } = await sql<Pick<HeldWork, 'duties' | 'keys'>>`
    select (select count(*)::int from laksa.duty where tenant_id = ${tenantId} and post_id = ${postId} and until_at > ${now}) as duties,
      (select count(*)::int from laksa.api_key where tenant_id = ${tenantId} and post_id = ${postId} and revoked_at is null
        and (expires_at is null or expires_at > ${now})) as keys`.execute(tx);
  return rows[0] ?? { duties: 0, keys: 0 };
};

export type Progress = {
  readonly from: string;
  readonly to: string;
  readonly done: number;
  readonly all: number;
};

/** How far a handover has come; null: there is none of this id. */
export const readProgress = async (tx: Tx, tenantId: string, id: string): Promise<Progress | null> => {
  const { rows } = await sql<Progress>`
    select f.name as from, o.name as to, c.done, c."all" from laksa.post_handover h
      join laksa.post f on f.tenant_id = h.tenant_id and f.id = h.from_post_id
      join laksa.post o on o.tenant_id = h.tenant_id and o.id = h.to_post_id
      cross join lateral (select count(*) filter (where r.state <> 'waiting')::int as done, count(*)::int as "all"
        from laksa.handed_report r where r.tenant_id = h.tenant_id and r.handover_id = h.id) c
    where h.tenant_id = ${tenantId} and h.id = ${id}`.execute(tx);
  return rows[0] ?? null;
};
