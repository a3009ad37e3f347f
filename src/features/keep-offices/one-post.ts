import type { FastifyRequest } from 'fastify';

import { markOf } from '../../store/change-office.ts';
import { readPostWork, type PostWork } from '../../store/post-work.ts';
import type { KeepOfficesMeans } from './means.ts';
import { readPosts, type PostRow } from './post-queries.ts';

/** `mark`: what a form brings back, so that nobody overwrites what they have not seen. */
export type FoundPost = { readonly post: PostRow; readonly mark: string; readonly work: PostWork };

/** A post of this city by its slug, closed or not; null: there is none. */
export const readOnePost = (
  { database }: KeepOfficesMeans,
  { tenant }: FastifyRequest,
  slug: string,
): Promise<FoundPost | null> =>
  database.inTenant(
    tenant.id,
    async (tx) => {
      const [post] = await readPosts(tx, tenant.id, { now: tenant.clock.now(), slug });
      if (post === undefined) return null;
      const mark = await markOf(tx, tenant.id, post.id);
      return { post, mark, work: await readPostWork(tx, tenant.id, post.id) };
    },
    { readOnly: true },
  );
