import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isAccess } from '../../domain/access.ts';
import { uuid7 } from '../../platform/db/uuid7.ts';
import { jobs } from '../../platform/jobs/jobs.ts';
import { sweeps, tasksOf } from '../../worker.ts';
import { startTestInstallation, type TestInstallation } from '../test-installation.ts';
import { workOnPicture } from '../work-on-picture.ts';

let installation: TestInstallation;

beforeAll(async () => {
  installation = await startTestInstallation();
});

afterAll(() => installation.close());

const tasks = () => Object.entries(tasksOf({ ...installation.laksa, sendMail: async () => undefined, workOnPicture }));

describe('what is done later', () => {
  it('declares on whose right it acts, every job and every sweep', () => {
    expect(tasks().length).toBeGreaterThan(0);
    expect(sweeps.length).toBeGreaterThan(0);
    for (const { access } of [...tasks().map(([, task]) => task), ...sweeps]) {
      expect(isAccess(access)).toBe(true);
      expect(access).toBe('system'); // none of them answers a person
    }
  });

  it('is not put into the queue of another city', async () => {
    const [first, second] = installation.cities;
    const { database } = installation.laksa;
    const added = database.inTenant(first.id, (tx) =>
      jobs.add(tx, 'deliver-notices', { tenantId: second.id, reportId: uuid7(installation.laksa.clock.now()) }),
    );
    await expect(added).rejects.toThrow(/tenant/);
  });
});
