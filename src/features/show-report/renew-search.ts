import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Installation } from '../../store/installation.ts';
import { renewSearchTerms } from '../../store/search-terms.ts';

/** So many in one transaction: whoever changes one of them meanwhile waits no longer than a moment. */
const atOnce = 50;

/** Makes again what older rules of words made reports to be found by. True when more is waiting. */
export const renewSearch = (laksa: Installation, tenant: Tenant): Promise<boolean> =>
  laksa.database.inTenant(tenant.id, (tx) => renewSearchTerms(tx, tenant.id, atOnce));
