import ts from 'typescript';
import { isDelivered, isIn } from './source-rules-paths.ts';
import { judgeEach, parse } from './source-rules-syntax.ts';
import type { Objection, SourceRule } from './source-rules-type.ts';
import type { SourceFile } from './source-tree.ts';

const hasClock = isIn('src/platform/clock', 'src/platform/log');
/** Keep processes of the machine alive, whose time cannot be set. */
const hasStopwatch = isIn('src/platform/postgres', 'src/commands/serve');
const inDomain = isIn('src/domain');
/** Instants and days are counted and written down here, always in UTC or in a zone that was asked for. */
const DATE_DOORS = ['src/domain/time.ts', 'src/domain/calendar.ts', 'src/domain/event-canonical.ts'];

const SQL_CLOCK =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)|\b(current_(timestamp|date|time)|localtime(stamp)?)\b|'now'\s*::/i;
const CLOCKS = ['Date.now', 'Temporal.Now'];
const STOPWATCHES = ['performance.now', 'performance.timeOrigin', 'process.hrtime'];
const MACHINE_ZONE =
  /^((get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)|toDateString|toTimeString)$/;
const WORLD = [
  'process',
  'console',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'globalThis',
  'Buffer',
];

/** Rules that read the code as a tree, so that words in comments and strings do not trip them. */
export const codeRules: readonly SourceRule[] = [
  {
    name: 'env-only-in-config',
    why: 'src/config.ts is the only reader of process.env; everything else is handed its settings.',
    appliesTo: (path) => isDelivered(path) && path !== 'src/config.ts',
    find: judgeEach((node) => (readsProcess(node, 'env') ? 'process.env' : undefined)),
  },
  {
    name: 'time-from-one-place',
    why: 'src/platform/clock gives the time, as an argument: only then can a test, a replay and a week of downtime be the same code.',
    appliesTo: (path) => isDelivered(path) && !hasClock(path),
    find: judgeEach(judgeClock),
  },
  {
    name: 'no-stopwatch',
    why: 'Time that passes is read from the clock as well; only the log and the keepers of processes measure the machine.',
    appliesTo: (path) => isDelivered(path) && !hasClock(path) && !hasStopwatch(path),
    find: judgeEach((node) => (isMemberAmong(node, STOPWATCHES) ? node.getText() : undefined)),
  },
  {
    name: 'no-zone-of-the-machine',
    why: 'A day is a day in the zone of the tenant; the zone of the machine says nothing.',
    appliesTo: isDelivered,
    find: judgeEach((node) =>
      ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent) && MACHINE_ZONE.test(node.name.text)
        ? node.name.text
        : undefined,
    ),
  },
  {
    name: 'no-sql-clock',
    why: 'A statement takes its time as a parameter, from the clock of the application.',
    appliesTo: isDelivered,
    find: judgeEach(judgeSqlClock),
  },
  {
    name: 'domain-is-a-function',
    why: 'The domain has no clock, no chance and no world: the same arguments give the same answer.',
    appliesTo: (path) => isDelivered(path) && inDomain(path),
    find: judgeEach(judgeDomain),
  },
  {
    name: 'domain-dates-in-few-files',
    why: 'Whoever else parses a date by hand gets the zone, the leap day or the half-open end wrong.',
    appliesTo: (path) => isDelivered(path) && inDomain(path) && !DATE_DOORS.includes(path),
    find: judgeEach(judgeDate),
  },
  {
    name: 'no-barrel-file',
    why: 'An import names the file that has the thing; a file that only passes on hides the edge.',
    appliesTo: isDelivered,
    find: findBarrel,
  },
];

function readsProcess(node: ts.Node, member: string): boolean {
  const isMember = ts.isPropertyAccessExpression(node) && node.name.text === member;
  const isElement =
    ts.isElementAccessExpression(node) &&
    ts.isStringLiteral(node.argumentExpression) &&
    node.argumentExpression.text === member;
  if (isMember || isElement) return /^(globalThis\.)?process$/.test(node.expression.getText());
  return (
    ts.isVariableDeclaration(node) && node.initializer?.getText() === 'process' && node.name.getText().includes(member)
  );
}

function judgeClock(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  // `Date.now` is a clock even when it is not called here but handed on.
  return isMemberAmong(node, CLOCKS) ? node.getText() : undefined;
}

function isMemberAmong(node: ts.Node, members: readonly string[]): boolean {
  return ts.isPropertyAccessExpression(node) && members.includes(node.getText());
}

function judgeSqlClock(node: ts.Node): string | undefined {
  if (
    ts.isCallExpression(node) &&
    /(^|\.)fn$/.test(node.expression.getText()) &&
    /^['"]now['"]$/.test(node.arguments[0]?.getText() ?? '')
  )
    return "fn('now')";
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  return isText ? SQL_CLOCK.exec(node.text)?.[0] : undefined;
}

function judgeDomain(node: ts.Node): string | undefined {
  if (isMemberAmong(node, ['Math.random'])) return 'Math.random';
  if (!ts.isIdentifier(node) || !WORLD.includes(node.text)) return undefined;
  return isUsedAsValue(node) ? node.text : undefined;
}

function judgeDate(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date') return 'new Date';
  return isMemberAmong(node, ['Date.parse', 'Date.UTC']) ? node.getText() : undefined;
}

/** Whether a name stands for the global value, not for a property, a declaration or a type of the same name. */
function isUsedAsValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return ts.isCallExpression(parent) || ts.isElementAccessExpression(parent) || ts.isNewExpression(parent);
}

function findBarrel({ path, text }: SourceFile): readonly Objection[] {
  const { statements } = parse(path, text);
  const passesOn = (statement: ts.Statement) =>
    ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;
  const isBarrel = statements.length > 0 && statements.every(passesOn);
  return isBarrel ? [{ line: 1, what: 'only passes on what other files export' }] : [];
}
