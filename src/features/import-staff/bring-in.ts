import type { Office } from '../../domain/office.ts';
import { endOfDay } from '../../domain/last-day.ts';
import { startOfDay } from '../../domain/time.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { changeOffice, openOffice } from '../../store/change-office.ts';
import type { CityActor } from '../../store/city-event.ts';
import { freeSlug } from '../../store/free-slug.ts';
import type { Installation } from '../../store/installation.ts';
import { invite } from '../../store/invitation.ts';
import type { OfficeRefusal } from '../../store/office-refusal.ts';
import type { Tx } from '../../store/tx.ts';
import type { Planned } from './check-list.ts';
import type { KeptList } from './kept-list.ts';
import { readOpenOffices } from './queries.ts';

/** A list goes in as a whole: what is thrown takes back what was written of it. */
export class ListRefused extends Error {
  readonly refusal: OfficeRefusal;
  constructor(refusal: OfficeRefusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

export type BroughtIn = { readonly made: number; readonly invited: number; readonly changed: number };

type Work = { readonly list: KeptList; readonly by: CityActor };

/** Under the lock of the offices. */
export const bringIn = async (tx: Tx, laksa: Installation, tenant: Tenant, work: Work): Promise<BroughtIn> => {
  const { made, postOf } = await makeOffices(tx, tenant, work);
  let [invited, changed] = [0, 0];
  for (const { plan } of work.list.lines) {
    if (plan === null) continue;
    const until = plan.until === null ? null : new Date(endOfDay(plan.until, tenant.zone));
    if (plan.holderId !== null) {
      changed += (await setEnd(tx, tenant, { id: plan.holderId, until, by: work.by })) ? 1 : 0;
      continue;
    }
    const post = postOf(plan.postId);
    if (post === undefined) throw new ListRefused({ kind: 'post_closed' });
    invited += (await ask(tx, laksa, tenant, { ...work, plan, post, until })) ? 1 : 0;
  }
  return { made, invited, changed };
};

type Post = { readonly id: string; readonly slug: string };

/** What somebody else has made meanwhile under the same name is taken as it is. */
const makeOffices = async (
  tx: Tx,
  tenant: Tenant,
  { list, by }: Work,
): Promise<{ readonly made: number; readonly postOf: (id: string) => Post | undefined }> => {
  const at = tenant.clock.now();
  const there = await readOpenOffices(tx, tenant);
  const agencyIds = new Map<string, string>();
  const posts = new Map<string, Post>(there.posts.map((post) => [post.id, post]));
  let made = 0;
  const open = async (office: Office, name: string): Promise<Post> => {
    const slug = await freeSlug(tx, tenant.id, office.kind === 'agency' ? 'agency' : 'post', name);
    const opened = await openOffice(tx, tenant.id, { office, beside: { slug }, by, at });
    if (!opened.ok) throw new ListRefused(opened.refusal);
    made += 1;
    return { id: office.id, slug };
  };
  for (const { id, name, kind, areaCode } of list.agencies) {
    const fields = { name, shortName: null, kind, areaCode, closedAt: null };
    const agency =
      there.agencies.find((one) => isCalled(one, name)) ?? (await open({ kind: 'agency', id, fields }, name));
    agencyIds.set(id, agency.id);
  }
  for (const { id, name, agencyId, roles } of list.posts) {
    const fields = {
      name,
      agencyId: agencyId === null ? null : (agencyIds.get(agencyId) ?? agencyId),
      roles,
      closedAt: null,
    };
    posts.set(id, there.posts.find((one) => isCalled(one, name)) ?? (await open({ kind: 'post', id, fields }, name)));
  }
  return { made, postOf: (id) => posts.get(id) };
};

const isCalled = (office: { readonly name: string }, name: string): boolean =>
  office.name.toLowerCase() === name.toLowerCase();

/** False: it is so already. */
const setEnd = async (
  tx: Tx,
  tenant: Tenant,
  { id, until, by }: { readonly id: string; readonly until: Date | null; readonly by: CityActor },
): Promise<boolean> => {
  const to = { until: until?.toISOString() ?? null };
  const set = await changeOffice(tx, tenant.id, { kind: 'holder', id, to, by, at: tenant.clock.now() });
  if (!set.ok) throw new ListRefused(set.refusal);
  return set.value.eventId !== null;
};

type Asked = Work & { readonly plan: Planned; readonly post: Post; readonly until: Date | null };

/** False: they hold it already, or got enough letters for a day. */
const ask = async (
  tx: Tx,
  laksa: Installation,
  tenant: Tenant,
  { plan: { name, address, from }, post, until, list, by }: Asked,
): Promise<boolean> => {
  const answer = await invite(tx, laksa, tenant, {
    invited: { name, address, inviter: list.inviter },
    post,
    from: from === null ? tenant.clock.now() : new Date(startOfDay(from, tenant.zone)),
    until,
    language: 'id',
    by,
    userId: null,
  });
  if (answer.kind === 'platform_alone') throw new ListRefused(answer);
  return answer.kind === 'invited';
};
