import type { OriginalName } from './photo-files.ts';

/** Under which name an original lies; as its row says it. */
export const fileOf = (name: string | null): OriginalName => (name === 'original-2' ? name : 'original');

export const otherFile = (name: OriginalName): OriginalName => (name === 'original' ? 'original-2' : 'original');
