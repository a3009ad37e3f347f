import { expect, test } from 'vitest';

import { followAlerts, type Alert, type AlertStep } from './alert.ts';
import type { HealthPart, Trouble } from './trouble.ts';

const silent: Trouble = { name: 'workerSilent', values: {} };
const noon = Date.parse('2026-11-23T12:00:00.000Z');
const nothing = new Set<HealthPart>();

/** Looks every 30 seconds, as the watch does: what was said, and after how many minutes. */
const live = (
  looks: readonly (readonly Trouble[])[],
  {
    unknown = nothing,
    everyMs = 30_000,
  }: { readonly unknown?: ReadonlySet<HealthPart>; readonly everyMs?: number } = {},
) => {
  let alerts: readonly Alert[] = [];
  const said: string[] = [];
  for (const [look, troubles] of looks.entries()) {
    const steps = followAlerts(alerts, { troubles, unknown, at: new Date(noon + look * everyMs) });
    for (const step of steps)
      if ('says' in step) said.push(`${step.says} ${step.alert.name} ${(look * everyMs) / 60_000}`);
    alerts = steps.flatMap((step: Alert | AlertStep) => ('says' in step ? (step.after ?? []) : step));
  }
  return { said, alerts };
};

const often = (troubles: readonly Trouble[], times: number) => Array.from({ length: times }, () => troubles);

test('a trouble is told once it has lasted, and its end once it has been over for five minutes', () => {
  const { said, alerts } = live([...often([silent], 10), ...often([], 12)]);
  expect(said).toEqual(['begins workerSilent 1', 'over workerSilent 10']);
  expect(alerts).toEqual([]);
});

test('what is over before it has lasted is told to nobody', () => {
  expect(live([[silent], [], ...often([silent], 2), ...often([], 12)]).said).toEqual([]);
});

test('what comes and goes is one trouble: one letter, not ten', () => {
  const flapping = Array.from({ length: 40 }, (_, look) => (look % 4 < 3 ? [silent] : []));
  expect(live(flapping).said).toEqual(['begins workerSilent 1']);
});

test('who was told is reminded once a day', () => {
  const { said } = live(often([silent], 49), { everyMs: 3_600_000 });
  expect(said).toEqual(['begins workerSilent 60', 'lasts workerSilent 1500']);
});

test('what nobody can look at is neither over nor told again', () => {
  const before = live(often([silent], 4)).alerts;
  const blind = followAlerts(before, { troubles: [], unknown: new Set(['worker']), at: new Date(noon + 3_600_000) });
  expect(blind).toEqual(before);
});

test('a disk that goes on filling up is told again when it is full, and not when there is a little room again', () => {
  const at = (percent: number): readonly Trouble[] => [
    { name: percent < 5 ? 'diskFull' : 'diskLittle', values: { percent } },
  ];
  expect(live([at(12), at(11), at(4), at(3), at(8), at(8)]).said).toEqual(['begins diskLittle 0', 'begins diskFull 1']);
});

test('what stands on the page alone is not followed', () => {
  expect(live(often([{ name: 'calendarMissing', about: 'kota', values: {} }], 5))).toEqual({ said: [], alerts: [] });
});

test('two cities in the same trouble are two troubles', () => {
  const stuck = (about: string): Trouble => ({ name: 'sequencerStuck', about, values: {} });
  expect(live([[stuck('satu')], [stuck('satu'), stuck('dua')]]).said).toHaveLength(2);
});
