import type { Access } from '../../domain/access.ts';
import { startOfDay } from '../../domain/time.ts';
import { idOf } from '../../platform/jobs/job-ids.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { tenantOfJob } from '../../platform/tenant/tenant-of-job.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { changeOffice } from '../../store/change-office.ts';
import type { CityActor } from '../../store/city-event.ts';
import type { NamedPost } from '../../store/city.ts';
import { finishBatch, forgetOldBatches, readBatch } from '../../store/import-batch.ts';
import type { Installation } from '../../store/installation.ts';
import { invite } from '../../store/invitation.ts';
import { lockOffices } from '../../store/judge-office.ts';
import type { Tx } from '../../store/tx.ts';
import { keptListOf, type KeptList } from './kept-list.ts';
import type { Planned } from './check-list.ts';
import { endOf } from './queries.ts';

/**
 * `import-staff` {tenantId, batchId}: brings a list in that somebody said yes to, as a whole: killed half way it begins anew, and nothing of it is there
 * before. What is so already by then is passed over.
 */
export const importStaffTask = (laksa: Installation): Task => ({
  access: 'system' satisfies Access,
  run: async (ids) => {
    const tenant = await tenantOfJob(laksa.tenants, ids);
    const id = idOf(ids, 'batchId');
    await laksa.database.inTenant(tenant.id, async (tx) => {
      await lockOffices(tx, tenant.id);
      const batch = await readBatch(tx, laksa, tenant, id);
      if (batch === null || batch.confirmedAt === null || batch.doneAt !== null) return;
      const { posts } = await laksa.cities.read(tx, tenant, laksa.clock.now());
      const by = { userId: batch.byUser, postId: batch.byPost };
      const counts = await bringIn(tx, laksa, tenant, { list: keptListOf(batch.content), posts, by });
      if (!(await finishBatch(tx, tenant, id, counts))) throw new Error('the list was brought in by another hand');
    });
  },
});

type Work = { readonly list: KeptList; readonly posts: readonly NamedPost[]; readonly by: CityActor };

const bringIn = async (tx: Tx, laksa: Installation, tenant: Tenant, { list, posts, by }: Work) => {
  let [invited, changed] = [0, 0];
  for (const { plan } of list.lines) {
    const post = posts.find(({ id }) => id === plan?.postId);
    if (plan === null || post === undefined) continue;
    const until = plan.until === null ? null : new Date(startOfDay(endOf(plan.until), tenant.zone));
    if (plan.holderId === null) invited += (await ask(tx, laksa, tenant, { plan, post, until, list, by })) ? 1 : 0;
    else changed += (await setEnd(tx, tenant, { id: plan.holderId, until, by })) ? 1 : 0;
  }
  return { invited, changed };
};

/** False: it is so already, or the city cannot do without them. */
const setEnd = async (
  tx: Tx,
  tenant: Tenant,
  { id, until, by }: { readonly id: string; readonly until: Date | null; readonly by: CityActor },
): Promise<boolean> => {
  const to = { until: until?.toISOString() ?? null };
  const made = await changeOffice(tx, tenant.id, { kind: 'holder', id, to, by, at: tenant.clock.now() });
  return made.ok && made.value.eventId !== null;
};

type Asked = Omit<Work, 'posts'> & { readonly plan: Planned; readonly post: NamedPost; readonly until: Date | null };

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
  return answer.kind === 'invited';
};

/** Lists that nobody said yes to are not kept. */
export const forgetBatches = async ({ database }: Installation, tenant: Tenant): Promise<boolean> => {
  await database.inTenant(tenant.id, (tx) => forgetOldBatches(tx, tenant));
  return false;
};
