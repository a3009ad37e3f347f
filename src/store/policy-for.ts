import { policyFrom, type Policy, type PolicyRule } from '../domain/policy.ts';
import type { City } from './city.ts';
import type { Tx } from './tx.ts';

/** Rows of a policy as they are stored: a value is any JSON, and confidence one of a list that a check holds. */
export const readPolicyRules = async (tx: Tx, tenantId: string, version: number): Promise<readonly PolicyRule[]> =>
  tx
    .selectFrom('policy_rule')
    .select(['key', 'value', 'source', 'confidence'])
    .$narrowType<{ confidence: PolicyRule['confidence'] }>()
    .where('tenant_id', '=', tenantId)
    .where('version', '=', version)
    .orderBy('key')
    .execute();

type Filed = { readonly policyVersion: number };

/** The newest version that some reports were filed under: a city that is read knowing it knows those of all. */
export const newestVersion = (reports: readonly Filed[]): Filed | undefined =>
  reports.toSorted((a, b) => b.policyVersion - a.policyVersion)[0];

/** The version a report was filed under; read again where another process made it after this one last looked at the city. */
export const policyFor = async (tx: Tx, tenantId: string, city: City, { policyVersion }: Filed): Promise<Policy> => {
  const known = city.policies.get(policyVersion);
  if (known !== undefined) return known;
  const rules = await readPolicyRules(tx, tenantId, policyVersion);
  if (rules.length === 0) throw new Error(`the city has no policy version ${policyVersion}`);
  return policyFrom(policyVersion, rules);
};
