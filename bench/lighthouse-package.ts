import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Fetched when asked for, and no dependency: 90 MB that nobody needs who does not measure. */
const wanted = 'lighthouse@13.5.0';

/** Lighthouse brings it along. */
const driver = 'puppeteer-core';

/** A page of the browser that Lighthouse drives. */
export type LighthousePage = {
  readonly goto: (url: string) => Promise<unknown>;
  readonly type: (selector: string, words: string) => Promise<void>;
  readonly click: (selector: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Audit = { readonly title: string; readonly score: number | null; readonly numericValue?: number };
type Category = { readonly score: number | null; readonly auditRefs: readonly { readonly id: string }[] };

/** What one visit gave, by the ids of Lighthouse. */
export type Findings = {
  readonly categories: Readonly<Record<string, Category>>;
  readonly audits: Readonly<Record<string, Audit>>;
};

/** An address, or what to do on the open page that leads to another. */
export type Way = string | (() => Promise<void>);

type Navigation = (
  page: LighthousePage,
  way: Way,
  options: { readonly flags: { readonly onlyCategories: readonly string[] } },
) => Promise<{ readonly lhr: Findings } | undefined>;

type Puppeteer = {
  readonly connect: (to: { readonly browserURL: string; readonly defaultViewport: null }) => Promise<{
    readonly newPage: () => Promise<LighthousePage>;
    readonly disconnect: () => Promise<void>;
  }>;
};

export type Lighthouse = { readonly navigation: Navigation; readonly puppeteer: Puppeteer };

/** Lighthouse, and the driver that came with it. */
export const fetchLighthouse = async (): Promise<Lighthouse> => {
  const { stdout } = await run('npx', ['--yes', '--package', wanted, '--call', 'command -v lighthouse']);
  const modules = join(dirname(stdout.trim()), '..');
  const require = createRequire(join(modules, 'lighthouse', 'package.json'));
  const [{ navigation }, { default: puppeteer }] = await Promise.all([
    import(pathToFileURL(join(modules, 'lighthouse', 'core', 'index.js')).href),
    import(pathToFileURL(require.resolve(driver)).href),
  ]);
  return { navigation, puppeteer };
};
