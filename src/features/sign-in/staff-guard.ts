import type { FastifyRequest } from 'fastify';

import { allows, type Permission } from '../../domain/permission.ts';
import type { Denial } from '../../platform/http/access.ts';
import { ownPathOr } from '../../platform/http/page.ts';
import { callerOf } from '../../platform/session/cookies.ts';
import type { SignedIn } from '../../platform/session/sign-in.ts';
import { rememberStaff, type HeldNamedPost } from '../../store/identity.ts';
import { postsHeldBy } from '../../store/post-holder.ts';
import { markHolderSeen, markPostSeen, recentlySeen } from '../../store/post-seen.ts';
import { homePath, noPostPath, postCookie, signInPath, type SignInMeans } from './means.ts';

export type StaffAccess = 'staff' | { readonly post: Permission };

type Means = Omit<SignInMeans, 'frame'>;

/**
 * The guard of the officers' routes: who is signed in, which posts they hold in this city at this moment, and which of them they act as. Whoever
 * holds none here is nobody here, whatever they hold elsewhere.
 */
export const guardStaff = (means: Means) => {
  const seen = recentlySeen();
  return async (request: FastifyRequest, access: StaffAccess): Promise<Denial | null> => {
    const signedIn = await means.sessions.read(callerOf(request));
    if (signedIn === null) return { status: 401, kind: 'sign_in_needed', signInAt: signInAddress(request) };
    const posts = await readPosts(means, request, signedIn);
    if (posts.length === 0) return { status: 403, kind: 'post_may_not', signInAt: noPostPath };
    const post = actingPost(posts, request.cookies[postCookie], access);
    if (post === undefined) return { status: 403, kind: 'post_may_not' };
    await markSeen(means, request, { postId: post.id, userId: signedIn.userId }, seen);
    rememberStaff(request, { ...signedIn, posts, post });
    return null;
  };
};

/** The posts an account holds here and now; one that was closed is none. */
const readPosts = async (
  means: Means,
  { tenant }: FastifyRequest,
  { userId }: SignedIn,
): Promise<readonly HeldNamedPost[]> =>
  means.database.inTenant(
    tenant.id,
    async (tx) => {
      const held = await postsHeldBy(tx, tenant.id, userId, tenant.clock.now());
      if (held.length === 0) return [];
      const { posts } = await means.cities.read(tx, tenant, means.clock.now());
      return held.flatMap(({ postId, acting }) => {
        const post = posts.find(({ id }) => id === postId);
        return post === undefined ? [] : [{ ...post, acting }];
      });
    },
    { readOnly: true },
  );

/** Once an hour it is written down that somebody looks after this post, and who. */
const markSeen = async (
  { database }: Means,
  { tenant }: FastifyRequest,
  { postId, userId }: { readonly postId: string; readonly userId: string },
  seen: ReturnType<typeof recentlySeen>,
): Promise<void> => {
  const now = tenant.clock.now();
  if (!seen.isNews(tenant.id, postId, now) && !seen.isNews(tenant.id, userId, now)) return;
  await database.inTenant(tenant.id, async (tx) => {
    await markPostSeen(tx, tenant.id, postId, now);
    await markHolderSeen(tx, tenant.id, userId, now);
  });
  seen.remember(tenant.id, postId, now);
  seen.remember(tenant.id, userId, now);
};

/** The chosen one where it may, else the first that may. */
const actingPost = (
  posts: readonly HeldNamedPost[],
  chosen: string | undefined,
  access: StaffAccess,
): HeldNamedPost | undefined => {
  const able = posts.filter((post) => access === 'staff' || allows(post, access.post));
  return able.find((post) => post.slug === chosen) ?? able[0];
};

/** Back to where they were; after a form to the page it stood on, where the browser still has what was typed. */
const signInAddress = (request: FastifyRequest): string => {
  if (request.method === 'GET') return `${signInPath}?next=${encodeURIComponent(request.url)}`;
  return `${signInPath}?ended=1&next=${encodeURIComponent(pageBefore(request))}`;
};

const pageBefore = ({ headers, tenant }: FastifyRequest): string => {
  const { referer = '' } = headers;
  if (!URL.canParse(referer)) return homePath;
  const { origin, pathname, search } = new URL(referer);
  return origin === tenant.origin ? ownPathOr(`${pathname}${search}`, homePath) : homePath;
};
