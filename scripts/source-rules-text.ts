import { isDelivered, isTest } from './source-rules-paths.ts';
import type { Objection, SourceRule } from './source-rules-type.ts';

const isCode = (path: string) => /\.(ts|tsx|mjs|cjs)$/.test(path);
/** The rules and their tests spell out what they forbid. */
const isAboutRules = (path: string) => path.startsWith('scripts/source-rules');

const LAYOUT = [
  /^src\/(main|app|worker|photo-child|config|site-frame)(\.test)?\.tsx?$/,
  /^src\/(domain|store|platform|ui|commands|testing)\//,
  /^src\/features\/[^/]+\//,
  /^src\/adapters\//,
];
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const EMPTY_NAMES = /^(index|utils?|helpers?|common|misc|shared|managers?)(\.|$)|-(utils?|helpers?|manager)(\.|$)/;

/** Rules that read a file line by line. */
export const textRules: readonly SourceRule[] = [
  {
    name: 'no-sql-clock-in-migrations',
    why: 'No column defaults to now() and no function of the schema calls it: the application says what time it is.',
    appliesTo: (path) => /^db\/.*\.sql$/.test(path) || /^src\/.*\.sql$/.test(path),
    find: eachLine(
      (line) =>
        /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\s*\(\s*\)|\b(current_(timestamp|date|time)|localtime(stamp)?)\b|'now'/i.exec(
          line.replace(/--.*$/, ''),
        )?.[0],
    ),
  },
  {
    name: 'known-folders',
    why: 'Every file in src lies where an import rule can see it.',
    appliesTo: (path) => /^src\/.*\.tsx?$/.test(path),
    find: ({ path }) => onFile(!LAYOUT.some((place) => place.test(path)), 'no folder of the layout'),
  },
  {
    name: 'telling-names',
    why: 'A file is named, in kebab-case, after what it exports.',
    appliesTo: (path) => /^(src|scripts|bench|e2e)\/.*\.(ts|tsx|mjs)$/.test(path),
    find: ({ path }) =>
      onFile(
        path.split('/').some((part) => !KEBAB.test(part) || EMPTY_NAMES.test(part)),
        'name',
      ),
  },
  {
    name: 'no-silenced-checks',
    why: 'A check that is switched off in passing is no check: change the code or, for all to see, the rule.',
    appliesTo: (path) => isCode(path) && !isAboutRules(path),
    find: eachLine(
      (line) => /\b(oxlint|eslint|biome)-(disable|ignore)\b|@ts-(ignore|expect-error|nocheck)\b/.exec(line)?.[0],
    ),
  },
  {
    name: 'no-postponed-work',
    why: 'What is left to do is written in the tracker, where somebody reads it.',
    appliesTo: (path) => (isCode(path) || path.endsWith('.sql')) && !isAboutRules(path),
    find: eachLine((line) => /\b(TODO|FIXME|XXX|HACK)\b(?![-\d])/.exec(line)?.[0]),
  },
  {
    name: 'no-traces-of-a-machine',
    why: 'The tree says nothing of the machine or the registry it was made on.',
    appliesTo: (path) => !isAboutRules(path),
    find: ({ path, text }) => eachLine((line) => findTrace(line, isTest(path)))({ path, text }),
  },
  {
    name: 'skips-say-why',
    why: 'A test alone hides the others, and a test left out needs its reason beside it.',
    appliesTo: (path) => /\.test\.tsx?$/.test(path) && !isAboutRules(path),
    find: ({ text }) => findSkips(text.split('\n')),
  },
  {
    name: 'islands-say-why',
    why: 'The first line of an island says what it is for; its page works without it.',
    appliesTo: (path) => isDelivered(path) && path.endsWith('.island.tsx'),
    find: ({ text }) => onFile(!/^\/[/*]/.test(text), 'no comment in the first line'),
  },
];

function eachLine(judge: (line: string) => string | undefined): SourceRule['find'] {
  return ({ text }) =>
    text.split('\n').flatMap((line, position) => {
      const what = judge(line);
      return what ? [{ line: position + 1, what }] : [];
    });
}

function onFile(isWrong: boolean, what: string): readonly Objection[] {
  return isWrong ? [{ line: 1, what }] : [];
}

function findTrace(line: string, inTest: boolean): string | undefined {
  const everywhere =
    /(^|[^\w/.~-])\/(work|home\/\w+|Users\/\w+|root)\/\w|\bregistry\.[\w-]+\.\w{2,}|\/-\/[\w.-]+\.tgz/i;
  const outsideTests = /(^|[^\w/.~-])\/(var\/)?tmp\//;
  return (everywhere.exec(line) ?? (inTest ? null : outsideTests.exec(line)))?.[0].trim();
}

function findSkips(lines: readonly string[]): readonly Objection[] {
  return lines.flatMap((line, position) => {
    const only = /\b(it|test|describe|suite)(\.\w+)*\.only\b/.exec(line)?.[0];
    if (only) return [{ line: position + 1, what: only }];
    const skip = /\b(it|test|describe|suite)(\.\w+)*\.(skip|todo|skipIf|runIf|fails)\b|\b\w+\.skip\(\s*\)/.exec(
      line,
    )?.[0];
    const saysWhy = /\/\/\s*\S/.test(line) || /^\s*(\/\/|\*|\/\*)/.test(lines[position - 1] ?? '');
    return skip && !saysWhy ? [{ line: position + 1, what: skip }] : [];
  });
}
