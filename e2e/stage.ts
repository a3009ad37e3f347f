import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

import { launchChromium } from './chromium.ts';
import { startService, type Service } from './service.ts';

export type Stage = { readonly service: Service; readonly browser: Browser };

/** A service and a browser for the tests of a file: there before the first of them, gone after the last. */
export const openStage = (): Stage => {
  const opened: { service?: Service; browser?: Browser } = {};
  beforeAll(async () => {
    [opened.service, opened.browser] = await Promise.all([startService(), launchChromium()]);
  }, 180_000);
  afterAll(async () => {
    await opened.browser?.close();
    await opened.service?.remove();
  }, 60_000);
  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('the stage opens with the first test');
    return thing;
  };
  return {
    get service() {
      return there(opened.service);
    },
    get browser() {
      return there(opened.browser);
    },
  };
};
