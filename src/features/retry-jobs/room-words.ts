import { leastFreeShare, warnedFreeShare } from '../../domain/photo.ts';
import type { PhotoFiles } from '../../store/photo-files.ts';
import type { Text } from '../../ui/texts/text.ts';

/** That the disk fills up, and from when on no photo is taken; null while there is room. */
export const roomWords = async (files: Pick<PhotoFiles, 'freeShare'>, t: Text): Promise<string | null> => {
  const share = await files.freeShare();
  if (share >= warnedFreeShare) return null;
  const percent = Math.floor(share * 100);
  return t(share < leastFreeShare ? 'jobs.room.none' : 'jobs.room.little', { percent });
};
