import { setTimeout as pause } from 'node:timers/promises';

import type { Service } from './service.ts';

/** `20261121T020000Z-4812073356-0003.eml`: when it happened, of which report, which of its events. */
const letterName = /^(.+)-(\d{10})-(\d{4})\.eml$/;

/** The letters about a report, in the order of the outbox, once there are as many as wanted. Throws when they do not come. */
export const lettersAbout = async (service: Service, number: string, wanted: number): Promise<readonly string[]> => {
  let own: readonly string[] = [];
  for (let round = 0; round < 150; round += 1) {
    own = (await service.letters()).filter((name) => letterName.exec(name)?.[2] === number);
    if (own.length >= wanted) return own;
    await pause(200);
  }
  throw new Error(`${own.length} letters about ${number}, not ${wanted}: ${own.join(', ')}`);
};

/** Which event of its report a letter tells of. */
export const eventOf = (name: string): number => Number(letterName.exec(name)?.[3]);
