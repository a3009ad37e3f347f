import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { readUsualTime, type UsualTime } from './queries.ts';

const keptForMs = 10 * 60 * 1000;

const kept = new Map<string, { readonly at: number; readonly time: UsualTime | null }>();

/** Null: too few have been answered. Asked anew every ten minutes. */
export const usualTimeOf = async (
  laksa: Installation,
  tenant: Tenant,
  categoryId: string | null,
): Promise<UsualTime | null> => {
  if (categoryId === null) return null;
  const [key, at] = [`${tenant.id} ${categoryId}`, laksa.clock.now().getTime()];
  const before = kept.get(key);
  if (before !== undefined && at >= before.at && at - before.at < keptForMs) return before.time;
  const time = await laksa.database.inTenant(tenant.id, (tx) => readUsualTime(tx, tenant.id, categoryId), {
    readOnly: true,
  });
  kept.set(key, { at, time });
  return time;
};
