import { setTimeout as pause } from 'node:timers/promises';

import type { Service } from './service.ts';

/** `20261121T020000Z-4812073356-0003.eml`: when it happened, of which report, which of its events. */
const letterName = /^(.+)-(\d{10})-(\d{4})\.eml$/;

/** The letters about a report, in the order of the outbox, once there is one of its last event. Throws when it does not come. */
export const lettersAbout = async (service: Service, number: string, lastEvent: number): Promise<readonly string[]> => {
  let own: readonly string[] = [];
  for (let round = 0; round < 150; round += 1) {
    own = (await service.letters()).filter((name) => letterName.exec(name)?.[2] === number);
    if (own.some((name) => eventOf(name) === lastEvent)) return own;
    await pause(200);
  }
  throw new Error(`no letter of event ${lastEvent} about ${number}: ${own.join(', ')}`);
};

/** Which event of its report a letter tells of last: steps in quick succession are one letter. */
export const eventOf = (name: string): number => Number(letterName.exec(name)?.[3]);
