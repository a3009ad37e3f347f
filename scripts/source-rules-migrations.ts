import type { SourceRule } from './source-rules-type.ts';

/** Those before were landed when the rule was made; migrations are never edited. */
const firstJudged = 29;

/** What takes from the code of the version before something that it still reads or writes. */
const contractions: readonly RegExp[] = [
  /\bdrop\s+(column|table|view|function|procedure|schema)\b[^;,]*/gi,
  /\bdrop\s+default\b/gi,
  /\bset\s+not\s+null\b/gi,
  /\brename\b[^;,]*/gi,
  /\balter\s+column\s+\w+\s+(set\s+data\s+)?type\b/gi,
  /\badd\s+column\s+(?![^;,]*\bdefault\b)[^;,]*\bnot\s+null\b/gi,
];

/** Rules that read the statements of a migration. */
export const migrationRules: readonly SourceRule[] = [
  {
    name: 'expand-then-contract',
    why: 'Processes of the version before go on while a migration runs and until they are restarted: what they read and write stays. A version later it may go, in a migration whose first line says `-- contract: ` and why nobody needs it any more.',
    appliesTo: (path) => Number(/^db\/migrations\/(\d{4})-[^/]*\.sql$/.exec(path)?.[1] ?? 0) >= firstJudged,
    find: ({ text }) => {
      if (/^-- contract: \S/.test(text)) return [];
      const statements = text.replaceAll(/--.*$/gm, '');
      return contractions
        .flatMap((contraction) => [...statements.matchAll(contraction)])
        .map((found) => ({
          line: statements.slice(0, found.index).split('\n').length,
          what: found[0].trim().replaceAll(/\s+/g, ' '),
        }))
        .toSorted((one, other) => one.line - other.line);
    },
  },
];
