import type { SourceRule } from './source-rules-type.ts';

/** Those before were landed when the rule was made; migrations are never edited. */
const firstJudged = 29;

/** What takes from the code of the version before something that it still reads or writes. */
const contractions: readonly RegExp[] = [
  /\bdrop\s+(column|table|view|function|procedure|schema)\b[^;,]*/i,
  /\bdrop\s+default\b/i,
  /\bset\s+not\s+null\b/i,
  /\brename\b[^;,]*/i,
  /\balter\s+column\s+\w+\s+(set\s+data\s+)?type\b/i,
  /\badd\s+column\s+(?!.*\bdefault\b)[^;,]*\bnot\s+null\b/i,
];

/** Rules that read the statements of a migration. */
export const migrationRules: readonly SourceRule[] = [
  {
    name: 'expand-then-contract',
    why: 'Processes of the version before go on while a migration runs and until they are restarted: what they read and write stays. A version later it may go, in a migration whose first line says `-- contract: ` and why nobody needs it any more.',
    appliesTo: (path) => Number(/^db\/migrations\/(\d{4})-[^/]*\.sql$/.exec(path)?.[1] ?? 0) >= firstJudged,
    find: ({ text }) => {
      if (/^-- contract: \S/.test(text)) return [];
      return text.split('\n').flatMap((line, position) => {
        const statement = line.replace(/--.*$/, '');
        const what = contractions
          .map((contraction) => contraction.exec(statement)?.[0])
          .find((found) => found !== undefined);
        return what === undefined ? [] : [{ line: position + 1, what: what.trim() }];
      });
    },
  },
];
