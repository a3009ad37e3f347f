import type { Text } from './texts/text.ts';

/** When somebody may try again: minutes are rounded up, so that nobody comes too early. */
export const waitWords = (t: Text, seconds: number): string =>
  seconds < 60
    ? t('staff.signIn.wait.seconds', { count: seconds })
    : t('staff.signIn.wait.minutes', { count: Math.ceil(seconds / 60) });
