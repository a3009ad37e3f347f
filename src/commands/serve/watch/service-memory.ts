import { z } from 'zod';

import type { ServicePulse, ServiceTold } from '../../../domain/health/health-facts.ts';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Answers } from '../../../platform/line/line.ts';

/** Something of ours broke: its kind and the request it was for, never its words. */
const trouble = z.object({ kind: z.string().max(80), requestId: z.string().max(40) });
/** What the mail server did with a letter. */
const posted = z.object({ wasTaken: z.boolean() });

const rememberedMs = 24 * 3_600_000;
const most = 1_000;
const shortMs = 10 * 60_000;
const shownIds = 3;

type Remembered = { readonly at: Date; readonly process: string; readonly kind: string; readonly requestId: string };

/** What the service remembers of itself since it was started; lost with it, as the processes are. */
export type ServiceMemory = {
  readonly answersTo: (process: string) => Answers;
  readonly died: (process: string, at: Date) => void;
  readonly pulse: () => ServicePulse;
  readonly told: () => ServiceTold;
};

export const createServiceMemory = (clock: Clock): ServiceMemory => {
  const failures: Remembered[] = [];
  const deaths: { readonly at: Date; readonly process: string }[] = [];
  const mail = { takenAt: null as Date | null, refusedAt: null as Date | null, failsSince: null as Date | null };
  const since = (ms: number) => clock.now().getTime() - ms;
  const recent = <T extends { readonly at: Date }>(list: readonly T[], ms: number): readonly T[] =>
    list.filter(({ at }) => at.getTime() >= since(ms));
  return {
    answersTo: (process) => ({
      trouble: (words) => void keep(failures, { ...trouble.parse(words), process, at: clock.now() }),
      posted: (words) => {
        const { wasTaken } = posted.parse(words);
        if (wasTaken) Object.assign(mail, { takenAt: clock.now(), failsSince: null });
        else Object.assign(mail, { refusedAt: clock.now(), failsSince: mail.failsSince ?? clock.now() });
      },
    }),
    died: (process, at) => void keep(deaths, { process, at }),
    pulse: () => ({
      deaths: recent(deaths, shortMs).length,
      failures: recent(failures, shortMs).length,
      mailFailsForSeconds:
        mail.failsSince === null ? null : Math.round((clock.now().getTime() - mail.failsSince.getTime()) / 1000),
    }),
    told: () => ({
      errors: byKind(recent(failures, rememberedMs)),
      deaths: countBy(recent(deaths, rememberedMs).map(({ process }) => process)),
      mailTakenAt: mail.takenAt?.toISOString() ?? null,
      mailRefusedAt: mail.refusedAt?.toISOString() ?? null,
    }),
  };
};

const keep = <T>(list: T[], one: T): void => {
  list.push(one);
  if (list.length > most) list.shift();
};

const countBy = (names: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};

const byKind = (failures: readonly Remembered[]): ServiceTold['errors'] => {
  const kinds = new Map<string, Remembered[]>();
  for (const one of failures) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one]);
  return [...kinds].map(([kind, all]) => ({
    kind,
    count: all.length,
    lastAt: all.at(-1)?.at.toISOString() ?? '',
    requestIds: all.slice(-shownIds).map(({ requestId }) => requestId),
  }));
};
