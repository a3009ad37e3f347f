import type { Actor } from '../domain/actor.ts';
import type { WatchRules } from '../domain/escalation.ts';

/** Who changes something in which tenant, and when. */
export type Change = { readonly tenantId: string; readonly actor: Actor; readonly at: Date };

/** The same of a report, with what the moments of its clocks follow from: the policy it was filed under, and the days of its city. */
export type ReportChange = Change & { readonly watch: WatchRules };
