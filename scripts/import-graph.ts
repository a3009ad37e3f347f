import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { sourceFolders } from './source-tree.ts';

/** One forbidden import: the rule by its name, the file that imports and what it imports (or the circle it closes). */
export type BrokenRule = { readonly rule: string; readonly from: string; readonly to: string };

/** An import between two files of ours, both as paths from the root. */
export type Edge = { readonly from: string; readonly to: string };

export type ImportGraph = {
  /** Files of ours that were read; 0 means that the checker is blind, not that the tree is clean. */
  readonly modules: readonly string[];
  readonly edges: readonly Edge[];
  readonly broken: readonly BrokenRule[];
};

const OURS = /^(src|scripts|bench|e2e)\//;

/**
 * Reads the imports of a tree and judges them by `.dependency-cruiser.cjs`.
 * `root` may be another tree than this one: that is how the rules are proved.
 */
export async function readImportGraph(root: string, rules: string = join(root, '.dependency-cruiser.cjs')) {
  const options = await extractDepcruiseOptions(rules);
  const { tsConfig: _belongsToTheCommandLine, ...settings } = options;
  const answer = await cruise(sourceFolders(root), { ...settings, baseDir: root, validate: true });
  if (typeof answer.output === 'string') throw new Error('dependency-cruiser answered with text instead of a result');
  return toGraph(answer.output);
}

function toGraph(result: ICruiseResult): ImportGraph {
  const ours = result.modules.filter((module) => OURS.test(module.source) && !module.couldNotResolve);
  return {
    modules: ours.map((module) => module.source),
    edges: ours.flatMap((module) =>
      module.dependencies
        .filter((dependency) => OURS.test(dependency.resolved))
        .map((dependency) => ({ from: module.source, to: dependency.resolved })),
    ),
    broken: result.summary.violations.map((violation) => ({
      rule: violation.rule.name,
      from: violation.from,
      to: violation.cycle?.map((step) => step.name).join(' -> ') ?? violation.to,
    })),
  };
}
