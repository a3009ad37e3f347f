import { describe, expect, it } from 'vitest';

import { flagsToHide, hideFlagged } from './flag.ts';
import { payloadProblems } from './event.ts';
import { flaggedReason, reasons, reasonsOf } from './reasons.ts';

describe('flags', () => {
  it('hide at three, and after each time an officer kept it at twice as many', () => {
    expect([0, 1, 2, 3].map(flagsToHide)).toEqual([3, 6, 12, 24]);
    expect(Number.isSafeInteger(flagsToHide(1_000))).toBe(true);
  });

  it('hide with a listed reason that no officer can give, and the reporter is told', () => {
    expect(reasons.mask).toContain(flaggedReason);
    expect(reasonsOf('mask')).not.toContain(flaggedReason);
    expect(hideFlagged.report).toEqual({ publication: 'withdrawn_from_public', publicationReason: flaggedReason });
    for (const { kind, payload, tellsReporter } of hideFlagged.events) {
      expect(payloadProblems(kind, payload)).toEqual([]);
      expect(tellsReporter).toBe(true);
    }
  });
});
