import { sql } from 'kysely';

import { longestInRule } from '../domain/limits.ts';
import { faultyKey, type PolicyRule } from '../domain/policy.ts';
import { defaultPolicyRules } from '../domain/policy-default.ts';
import type { FieldProblem, Refusal } from '../domain/refusal.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { Installation } from './installation.ts';
import { readPolicyRules } from './policy-for.ts';
import type { Tx } from './tx.ts';

export type PolicyChange = {
  /** The id of the post that decides it. */
  readonly by: string;
  readonly reason: string;
  /** The rules that change; all others stay as they are in the newest version. */
  readonly rules: readonly PolicyRule[];
  readonly at: Date;
  /** The version by which it was decided; left out: whichever is the newest by now. */
  readonly seen?: number | undefined;
};

/**
 * Makes a new version of the policy: the newest one, with these rules in the place of the old. It holds for what is filed from now on; each report
 * keeps the version it was filed under. Refused when somebody else made a version after `seen`, and with the key of each rule that is not one or makes
 * no sense, or `reason`, or `rules`: nothing changes.
 */
export const changePolicy = async (
  tx: Tx,
  laksa: Pick<Installation, 'cities'>,
  tenant: Tenant,
  change: PolicyChange,
): Promise<Result<{ readonly version: number }, Refusal>> => {
  await oneAtATime(tx, tenant.id);
  const newest = await newestVersion(tx, tenant.id);
  if (change.seen !== undefined && change.seen !== newest)
    return refuse({ kind: 'changed_meanwhile', version: newest });
  const before = await readPolicyRules(tx, tenant.id, newest);
  const rules = [...new Map([...before, ...change.rules].map((rule) => [rule.key, rule])).values()];
  const problems = problemsOf(change, before, rules);
  if (problems.length > 0) return refuse({ kind: 'incomplete', problems });
  const version = newest + 1;
  await writeVersion(tx, tenant.id, change, { version, rules });
  laksa.cities.forget(tenant.id);
  return ok({ version });
};

/** Two who change it at once follow each other, and the second one changes what the first one made. */
const oneAtATime = async (tx: Tx, tenantId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`laksa policy ${tenantId}`}, 0))`.execute(tx);
};

const newestVersion = async (tx: Tx, tenantId: string): Promise<number> => {
  const { version } = await tx
    .selectFrom('policy_rule')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  if (version === null) throw new Error('the city has no policy');
  return version;
};

const problemsOf = (
  { reason, rules: changed }: PolicyChange,
  before: readonly PolicyRule[],
  rules: readonly PolicyRule[],
): readonly FieldProblem[] => {
  const strangers = changed.filter(({ key }) => !known.has(key));
  const sourceless = changed.filter(({ source }) => source.trim() === '');
  const wordy = changed.filter(({ source }) => source.length > longestInRule.source);
  const fault = faultyKey(rules);
  return [
    ...(reason.trim() === '' ? [{ field: 'reason', problem: 'required' } as const] : []),
    ...(reason.trim().length > longestInRule.reason ? [{ field: 'reason', problem: 'too_long' } as const] : []),
    ...(changed.some((rule) => isNew(rule, before)) ? [] : [{ field: 'rules', problem: 'required' } as const]),
    ...strangers.map(({ key }) => ({ field: key, problem: 'unknown' }) as const),
    ...sourceless.map(({ key }) => ({ field: key, problem: 'required' }) as const),
    ...wordy.map(({ key }) => ({ field: key, problem: 'too_long' }) as const),
    ...(fault === null ? [] : [{ field: fault, problem: 'not_allowed' } as const]),
  ];
};

const known = new Set(defaultPolicyRules.map(({ key }) => key));

const isNew = (rule: PolicyRule, before: readonly PolicyRule[]): boolean => {
  const old = before.find(({ key }) => key === rule.key);
  return old === undefined || textOf(old) !== textOf(rule);
};

/** Numbers, flags, words, and lengths of `n` and `unit`: the order of their names is what PostgreSQL made of it. */
const textOf = ({ value, source, confidence }: PolicyRule): string => {
  const sorted = typeof value === 'object' && value !== null ? Object.entries(value).toSorted() : value;
  return JSON.stringify([sorted, source, confidence]);
};

const writeVersion = async (
  tx: Tx,
  tenantId: string,
  { by, reason, at }: PolicyChange,
  { version, rules }: { readonly version: number; readonly rules: readonly PolicyRule[] },
): Promise<void> => {
  await tx
    .insertInto('policy_version')
    .values({ tenant_id: tenantId, version, reason: reason.trim(), made_by: by, made_at: at })
    .execute();
  const rows = rules.map(({ key, value, source, confidence }) => ({
    tenant_id: tenantId,
    version,
    key,
    value: JSON.stringify(value),
    source,
    confidence,
    created_at: at,
  }));
  await tx.insertInto('policy_rule').values(rows).execute();
};
