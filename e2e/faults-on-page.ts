import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const shots = process.env['LAKSA_SHOTS'];
let shotsSoFar = 0;

/** What stands in the way of somebody, by rule and place; and whether the page is wider than its window. */
export const faultsOn = async (page: Page, name: string): Promise<readonly string[]> => {
  await keep(page, name);
  const { violations, passes } = await new AxeBuilder({ page })
    .setLegacyMode(true) // no page here holds another
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  if (passes.length <= 10) throw new Error(`nothing was looked at: ${name}`);
  const { scroll, client } = await page
    .evaluate('({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth })')
    .then((size) => size as { scroll: number; client: number });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  return scroll > client ? [...found, `wider than the window: ${scroll} of ${client} px`] : found;
};

/** A picture of the page, where somebody asked for one by `LAKSA_SHOTS`, which names a folder. */
export const keep = async (page: Page, name: string): Promise<void> => {
  if (shots === undefined) return;
  shotsSoFar += 1;
  const width = page.viewportSize()?.width ?? 0;
  const file = `${String(shotsSoFar).padStart(2, '0')}-${name.replaceAll(/[^\w]+/g, '-')}-${width}.png`;
  await page.screenshot({ path: `${shots}/${file}`, fullPage: true });
};
