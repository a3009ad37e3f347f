import { error, ok, type Check, type Finding } from './check.ts';

const leastNode = 24;

export const nodeFinding = (version: string): readonly Finding[] =>
  Number(version.split('.')[0]) >= leastNode
    ? ok(version)
    : error(`${version} is too old`, `start Laksa by npm, which brings Node ${leastNode}, or install one`);

export const versionChecks: readonly Check[] = [{ name: 'Node', look: async () => nodeFinding(process.versions.node) }];
