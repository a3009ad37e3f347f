import { afterEach, describe, expect, it, vi } from 'vitest';
import { launchChromium } from './chromium.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the browser of the journeys', () => {
  it('shows a page, runs its script, and leaves the script out when told to', async () => {
    const browser = await launchChromium();
    try {
      const address = 'data:text/html,<title>Lapor</title><script>document.title = "Lapor!"</script><p>Halo';
      const page = await browser.newPage();
      await page.goto(address);
      expect(await page.title()).toBe('Lapor!');
      expect(await page.textContent('p')).toBe('Halo');

      const plain = await browser.newContext({ javaScriptEnabled: false });
      const plainPage = await plain.newPage();
      await plainPage.goto(address);
      expect(await plainPage.title()).toBe('Lapor');
    } finally {
      await browser.close();
    }
  }, 60_000);

  it('says which file it could not start', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
    await expect(launchChromium()).rejects.toThrow(
      'Chromium at /nowhere/chromium does not start. There is no such file.',
    );
  });
});
