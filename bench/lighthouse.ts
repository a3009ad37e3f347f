import { launchChromium } from '../e2e/chromium.ts';
import { freePort, startService } from '../e2e/service.ts';
import type { Bench, Found } from './bench.ts';
import { fetchLighthouse, type Findings, type LighthousePage, type Way } from './lighthouse-package.ts';

const onlyCategories = ['performance', 'accessibility', 'best-practices'];

/** As https://developer.chrome.com/docs/lighthouse/performance/performance-scoring names them. */
const numbers = {
  'first-contentful-paint': 'first paint, ms',
  'largest-contentful-paint': 'largest paint, ms',
  'total-blocking-time': 'blocked, ms',
  'cumulative-layout-shift': 'shift',
  'total-byte-weight': 'bytes',
} as const;

/** Lighthouse on the pages a citizen needs, as on a middling telephone over slow 4G: its mobile preset. */
export const lighthouseBench: Bench = async ({ say }) => {
  say('fetching Lighthouse');
  const { navigation, puppeteer } = await fetchLighthouse();
  say('making an installation');
  const service = await startService({ name: 'laksa bench' });
  const port = await freePort();
  const browser = await launchChromium([`--remote-debugging-port=${port}`]);
  try {
    const driven = await puppeteer.connect({ browserURL: `http://127.0.0.1:${port}`, defaultViewport: null });
    const found: (readonly [string, Findings])[] = [];
    for (const [name, lead] of Object.entries(pages)) {
      const page = await driven.newPage();
      const result = await navigation(page, await lead(page, service.origin), { flags: { onlyCategories } });
      await page.close();
      if (result === undefined) throw new Error(`Lighthouse said nothing of ${name}`);
      found.push([name, result.lhr]);
      say(`${name} ${onlyCategories.map((id) => `${id} ${percent(result.lhr, id)}`).join(', ')}`);
    }
    await driven.disconnect();
    return summary(found);
  } finally {
    await browser.close();
    await service.remove();
  }
};

type Lead = (page: LighthousePage, origin: string) => Promise<Way>;

const at =
  (path: string): Lead =>
  async (_page, origin) =>
    `${origin}${path}`;

/** The page that a filled form leads to. */
const after =
  (step: string): Lead =>
  async (page, origin) => {
    await page.goto(`${origin}/lapor`);
    await page.type('[name="description"]', 'Lampu jalan di depan SDN Sukasari 4 padam sudah tiga hari.');
    return () => page.click(`button[value="${step}"]`);
  };

const pages: Readonly<Record<string, Lead>> = {
  '/': at('/'),
  '/lapor': at('/lapor'),
  preview: after('preview'),
  success: after('send'),
  '/lacak': at('/lacak'),
};

const percent = ({ categories }: Findings, id: string): number => Math.round((categories[id]?.score ?? 0) * 100);

const summary = (found: readonly (readonly [string, Findings])[]): Found => ({
  metrics: Object.fromEntries(found.flatMap(([name, findings]) => metricsOf(name, findings))),
  notes: found.flatMap(([name, findings]) => shortfalls(findings).map((title) => `${name}: ${title}`)),
  // A slow machine is no bug; what a person cannot use is.
  isGood: found.every(([, findings]) => percent(findings, 'accessibility') === 100),
});

const metricsOf = (name: string, findings: Findings): readonly (readonly [string, number])[] => [
  ...onlyCategories.map((id) => [`${name} ${id}`, percent(findings, id)] as const),
  ...Object.entries(numbers).map(
    ([id, words]) => [`${name} ${words}`, findings.audits[id]?.numericValue ?? 0] as const,
  ),
];

/** What costs points. */
const shortfalls = ({ categories, audits }: Findings): readonly string[] =>
  Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .flatMap(({ id }) => {
      const audit = audits[id];
      return audit === undefined || audit.score === null || audit.score >= 0.9
        ? []
        : [`${audit.title} (${audit.score})`];
    });
