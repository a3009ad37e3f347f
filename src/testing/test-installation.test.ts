import { expect, it } from 'vitest';

import { startTestInstallation } from './test-installation.ts';

it('gives two whole cities, each behind its fence, in a moment', async () => {
  const started = performance.now();
  const { laksa, cities, close } = await startTestInstallation();
  const tookMs = performance.now() - started;
  try {
    const [first, second] = await Promise.all(
      cities.map((city) => laksa.database.inTenant(city.id, (tx) => laksa.cities.read(tx, city, laksa.clock.now()))),
    );
    expect(first?.villages.map((village) => village.name)).toEqual(['Sukarasa', 'Jatiuwung', 'Neroktog']);
    expect(second?.villages.map((village) => village.name)).toEqual(['Panambungan']);
    expect(second?.calendar.zone).toBe('Asia/Makassar');
    expect(tookMs).toBeLessThan(3_000);
  } finally {
    await close();
  }
});
