import { setTimeout as pause } from 'node:timers/promises';

import { plainPicture } from '../src/features/take-photos/testing/pictures.ts';
import { slipOn, type Slip } from '../src/commands/replay/citizen.ts';

/** A report that was acknowledged: between these two moments it came to be. */
export type Acknowledged = Slip & { readonly sentAt: number; readonly answeredAt: number };

/** As all of them typed it. */
export const nameOfReporter = 'Warga Rekaan';

export type Load = {
  readonly acknowledged: readonly Acknowledged[];
  /** Resolves when so many more were acknowledged. */
  readonly more: (count: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Citizens who file one report with a picture after another, until they are stopped or nobody answers any more. */
export const startLoad = async (origin: string, citizens = 3): Promise<Load> => {
  const acknowledged: Acknowledged[] = [];
  const state = { isStopped: false };
  const picture = await plainPicture('#884422', 'jpeg');
  const filing = Array.from({ length: citizens }, async (_, citizen) => {
    for (let turn = 0; !state.isStopped; turn += 1) {
      const sentAt = Date.now();
      const slip = await file(origin, `Lampu jalan ke-${citizen}-${turn} padam sejak kemarin.`, picture).catch(
        () => null,
      );
      if (slip !== null) acknowledged.push({ ...slip, sentAt, answeredAt: Date.now() });
      else await pause(100);
    }
  });
  return {
    acknowledged,
    more: async (count) => {
      const wanted = acknowledged.length + count;
      while (acknowledged.length < wanted) await pause(50);
    },
    stop: async () => {
      state.isStopped = true;
      await Promise.all(filing);
    },
  };
};

const file = async (origin: string, description: string, picture: Buffer): Promise<Slip> => {
  const form = new FormData();
  form.set('description', description);
  form.set('name', nameOfReporter);
  form.set('nonce', crypto.randomUUID());
  form.set('photos', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'lampu.jpg');
  const posted = await fetch(`${origin}/lapor`, { method: 'POST', body: form, redirect: 'manual' });
  const shown = await fetch(new URL(posted.headers.get('location') ?? '/none', origin), {
    headers: {
      cookie: posted.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
    },
  });
  return slipOn({ status: shown.status, headers: {}, body: await shown.text() });
};

/** Acknowledged by then, and not there. */
export const missingOf = (all: readonly Acknowledged[], moment: Date, there: ReadonlySet<string>) =>
  all.filter(({ answeredAt, number }) => answeredAt <= moment.getTime() && !there.has(number));

/** Sent after it, and there all the same. */
export const tooLateOf = (all: readonly Acknowledged[], moment: Date, there: ReadonlySet<string>) =>
  all.filter(({ sentAt, number }) => sentAt > moment.getTime() && there.has(number));
