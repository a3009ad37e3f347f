import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { PolicyRule } from '../../domain/policy.ts';
import { defaultPolicyRules } from '../../domain/policy-default.ts';
import { statusOf, type FieldProblem } from '../../domain/refusal.ts';
import { rulesInForce } from '../../domain/rules-in-force.ts';
import { readForm } from '../../platform/http/form.ts';
import { textOf } from '../../platform/http/form-fields.ts';
import { seeOther, sendPage } from '../../platform/http/page.ts';
import type { Server } from '../../platform/http/server.ts';
import { changePolicy } from '../../store/change-policy.ts';
import { administrator, staffOf } from '../../store/identity.ts';
import type { Tx } from '../../store/tx.ts';
import { renderDocument } from '../../ui/render.ts';
import { ruleName, ruleSource } from '../../ui/rule-words.ts';
import type { Text } from '../../ui/texts/text.ts';
import { promisesPath, rulesPath, type KeepPromisesMeans } from './means.ts';
import { readNewestRules, type NewestRules } from './queries.ts';
import { ChooseRulesPage, RulesFormPage } from './rules-form.view.tsx';
import { RulesPreviewPage } from './rules-preview.view.tsx';
import { rulesFormProps, rulesPreviewProps } from './rules-props.ts';
import { chosenRules, rulesTyped, typedFrom, typedRulesOf, type TypedRules } from './typed-rules.ts';

const asked = z.looseObject({
  aturan: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
});

export const rulesRoutes = (server: Server, laksa: KeepPromisesMeans): void => {
  server.get(rulesPath, { ...administrator, schema: { querystring: asked } }, async (request, reply) => {
    const frame = laksa.frame(request);
    const { keys, leftOut } = chosenRules([request.query.aturan ?? []].flat());
    if (keys.length === 0) {
      const options = defaultPolicyRules.map(({ key }) => ({ value: key, label: ruleName(frame.t, key) }));
      return sendPage(reply, renderDocument(<ChooseRulesPage frame={frame} options={options} />));
    }
    const { inForce } = await readInForce(laksa, request);
    const rules = inForce.filter(({ key }) => keys.includes(key)).map(typedFrom);
    return sendPage(reply, formPage(laksa, request, { rules, leftOut, reason: '' }));
  });
  server.post(rulesPath, administrator, (request, reply) => answer(laksa, request, reply));
};

type InForce = { readonly version: number; readonly inForce: readonly PolicyRule[] };

const readInForce = ({ database }: KeepPromisesMeans, { tenant }: FastifyRequest): Promise<InForce> =>
  database.inTenant(tenant.id, async (tx) => inForceOf(await readNewestRules(tx, tenant.id)), { readOnly: true });

const inForceOf = ({ version, rules }: NewestRules): InForce => ({ version, inForce: rulesInForce(rules) });

const formPage = (
  laksa: KeepPromisesMeans,
  request: FastifyRequest,
  typed: TypedRules,
  problems: readonly FieldProblem[] = [],
): string => renderDocument(<RulesFormPage {...rulesFormProps(laksa.frame(request), typed, problems)} />);

const answer = async (
  laksa: KeepPromisesMeans,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { fields } = await readForm(request);
  const typed = typedRulesOf(fields);
  const step = textOf(fields, 'step');
  if (typed.rules.length === 0) return seeOther(reply, rulesPath);
  if (step === 'edit') return sendPage(reply, formPage(laksa, request, typed));
  const seen = Number(textOf(fields, 'version'));
  const made = await laksa.database.inTenant(request.tenant.id, (tx) =>
    step === 'save' ? save(tx, laksa, request, { typed, seen }) : compare(tx, laksa, request, typed),
  );
  if (made.kind === 'saved') return seeOther(reply, `${promisesPath}?tersimpan=aturan`);
  if (made.kind === 'refused') return sendPage(reply, formPage(laksa, request, typed, made.problems), 422);
  const isChanged = step === 'save';
  const props = rulesPreviewProps(laksa.frame(request), { ...made, typed, isChanged });
  return sendPage(reply, renderDocument(<RulesPreviewPage {...props} />), isChanged ? 412 : 200);
};

/** A source that came in the words of the page and was left as it was is still the same source. */
const withKeptSources = (typed: TypedRules, inForce: readonly PolicyRule[], t: Text): TypedRules => ({
  ...typed,
  rules: typed.rules.map((rule) => {
    const now = inForce.find(({ key }) => key === rule.key);
    return now !== undefined && ruleSource(t, now.source) === rule.source ? { ...rule, source: now.source } : rule;
  }),
});

const isSame = (rule: PolicyRule, inForce: readonly PolicyRule[]): boolean => {
  const textOfRule = ({ value, source, confidence }: PolicyRule) => JSON.stringify([value, source, confidence]);
  return inForce.some((now) => now.key === rule.key && textOfRule(now) === textOfRule(rule));
};

type Compared =
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }
  | {
      readonly kind: 'previewed';
      readonly version: number;
      readonly before: readonly PolicyRule[];
      readonly after: readonly PolicyRule[];
    };

/** What was typed beside what holds now. */
const compare = async (
  tx: Tx,
  laksa: KeepPromisesMeans,
  request: FastifyRequest,
  typed: TypedRules,
): Promise<Compared> => {
  const { version, inForce } = inForceOf(await readNewestRules(tx, request.tenant.id));
  const { rules, problems } = rulesTyped(withKeptSources(typed, inForce, laksa.frame(request).t), inForce);
  if (problems.length > 0) return { kind: 'refused', problems };
  const changed = rules.filter((rule) => !isSame(rule, inForce));
  if (changed.length === 0) return { kind: 'refused', problems: [{ field: 'rules', problem: 'required' }] };
  return { kind: 'previewed', version, before: inForce, after: changed };
};

type Saving = { readonly typed: TypedRules; readonly seen: number };

/** `seen`: the version whose difference was read before it is saved. What was not seen, since somebody else was quicker, is shown first. */
const save = async (
  tx: Tx,
  laksa: KeepPromisesMeans,
  request: FastifyRequest,
  { typed, seen }: Saving,
): Promise<Compared | { readonly kind: 'saved' }> => {
  const { tenant } = request;
  const compared = await compare(tx, laksa, request, typed);
  if (compared.kind === 'refused') return compared;
  const by = staffOf(request).post.id;
  const change = { by, reason: typed.reason, rules: compared.after, at: tenant.clock.now(), seen };
  const made = await changePolicy(tx, laksa, tenant, change);
  if (made.ok) return { kind: 'saved' };
  if (made.refusal.kind === 'incomplete') return { kind: 'refused', problems: made.refusal.problems };
  if (made.refusal.kind === 'changed_meanwhile') return compare(tx, laksa, request, typed);
  throw new Error(`a change of rules was refused with ${statusOf(made.refusal)}`);
};
