import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

export type Skip = { readonly name: string; readonly reason: string };
export type Tally = { passed: number; readonly failures: string[]; readonly skips: Skip[] };

/**
 * Counts what vitest runs. What fails outside a test (a file that does not load, a hook, an error nobody caught, no
 * test at all) is one failure each. A skip's reason is its note, `context.skip('needs exiftool')`, else its own name.
 */
export function tallyReporter(tally: Tally, where = ''): Reporter {
  return {
    onTestCaseResult: (test) => countTest(tally, test, where),
    onTestRunEnd: (modules, errors, reason) => {
      for (const module of modules) countErrorsOutside(tally, module);
      for (const error of errors) tally.failures.push(`outside the tests: ${error.message}`);
      if (modules.length === 0) tally.failures.push('no test was found');
      if (reason === 'interrupted') tally.failures.push('the tests were interrupted');
    },
  };
}

function countTest(tally: Tally, test: TestCase, where: string): void {
  const result = test.result();
  const name = `${where}${test.module.relativeModuleId} > ${test.fullName}`;
  if (result.state === 'passed') tally.passed += 1;
  if (result.state === 'failed') tally.failures.push(`${name}\n${result.errors.map(wordsOf).join('\n')}`);
  if (result.state === 'skipped') tally.skips.push({ name, reason: result.note ?? test.name });
}

type Failure = Extract<ReturnType<TestCase['result']>, { state: 'failed' }>['errors'][number];

/** Enough to begin with where only the end of what was printed is kept. */
const wordsOf = ({ message, diff }: Failure): string =>
  stripVTControlCharacters(`${message}\n${diff ?? ''}`)
    .trim()
    .slice(0, 3_000)
    .replaceAll(/^/gm, '  ');

function countErrorsOutside(tally: Tally, module: TestModule): void {
  const name = module.relativeModuleId;
  for (const error of module.errors()) tally.failures.push(`${name}: ${error.message}`);
  for (const suite of module.children.allSuites()) {
    for (const error of suite.errors()) tally.failures.push(`${name} > ${suite.fullName}: ${error.message}`);
  }
}
