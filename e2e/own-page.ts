import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

import type { Stage } from './stage.ts';

type Visit = { readonly path: string; readonly options: BrowserContextOptions };

/** A page on a phone; fails when the browser refuses something, or asks anybody but us for anything. */
export const onOwnPage = async (
  stage: Stage,
  { path, options }: Visit,
  visit: (page: Page) => Promise<void>,
): Promise<void> => {
  const context = await stage.browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'id-ID',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    page.on('pageerror', (error) => void faults.push(error.message));
    page.on(
      'request',
      (request) => void (request.url().startsWith(stage.service.origin) || faults.push(request.url())),
    );
    await page.goto(`${stage.service.origin}${path}`);
    await visit(page);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
};

/** A busy machine takes its time. */
export const eventually = <Answer>(ask: () => Promise<Answer>) => expect.poll(ask, { timeout: 15_000 });
