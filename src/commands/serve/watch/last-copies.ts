import type { LastCopy } from '../../../domain/health/health-facts.ts';

export type LastCopies = { readonly backup: LastCopy; readonly keysBackup: LastCopy };

/** When data and keys were last copied away. Nothing writes that down yet, so nobody knows: neither well nor trouble. */
export const lastCopies = async (_dataDir: string): Promise<LastCopies> => ({ backup: null, keysBackup: null });
