import { codeRules } from './source-rules-code.ts';
import { markupRules } from './source-rules-markup.ts';
import { migrationRules } from './source-rules-migrations.ts';
import { textRules } from './source-rules-text.ts';
import type { Objection, SourceRule } from './source-rules-type.ts';
import type { SourceFile } from './source-tree.ts';

export type Offence = Objection & { readonly rule: string; readonly path: string };

export const sourceRules: readonly SourceRule[] = [...codeRules, ...markupRules, ...textRules, ...migrationRules];

/** Every offence of every rule over the given files, in the order of the files. */
export function findOffences(
  files: readonly SourceFile[],
  rules: readonly SourceRule[] = sourceRules,
): readonly Offence[] {
  return files.flatMap((file) =>
    rules
      .filter((rule) => rule.appliesTo(file.path))
      .flatMap((rule) => rule.find(file).map((objection) => ({ ...objection, rule: rule.name, path: file.path }))),
  );
}

/** One line for each offence and, below, why its rule is there. */
export function printOffences(offences: readonly Offence[]): string {
  const broken = new Set(offences.map((offence) => offence.rule));
  const reasons = sourceRules.filter((rule) => broken.has(rule.name)).map((rule) => `${rule.name}: ${rule.why}`);
  return [...offences.map(({ path, line, rule, what }) => `${path}:${line} ${rule}: ${what}`), ...reasons].join('\n');
}
