import { boxesOfSquares, mostBoxes, readBox, type BlurBox } from '../../domain/blur-box.ts';
import { textOf, textsOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { PhotoBlur } from '../../store/photo-blur.ts';

export type BlurForm = {
  /** The version that the form was made from. */
  readonly version: number;
  readonly boxes: readonly BlurBox[];
  readonly problem: 'wrong' | 'tooMany' | null;
};

/** The boxes that stay or were drawn, and the squares that were ticked; or, to go back, those of an earlier version. */
export const readBlurForm = (fields: FormFields, blurs: readonly PhotoBlur[]): BlurForm => {
  const version = Number(textOf(fields, 'version'));
  const back = textOf(fields, 'back');
  if (back !== '') return { version, ...boxesBefore(Number(back), blurs) };
  const drawn = textsOf(fields, 'box').map(readBox);
  const kept = drawn.filter((box) => box !== null);
  const boxes = [...kept, ...boxesOfSquares(textsOf(fields, 'square'))];
  if (kept.length < drawn.length || !Number.isInteger(version)) return { version, boxes, problem: 'wrong' };
  return { version, boxes, problem: boxes.length > mostBoxes ? 'tooMany' : null };
};

/** Before the first there was none. */
const boxesBefore = (version: number, blurs: readonly PhotoBlur[]): Pick<BlurForm, 'boxes' | 'problem'> => {
  const before = version === 0 ? { boxes: [] } : blurs.find((blur) => blur.version === version);
  return before === undefined ? { boxes: [], problem: 'wrong' } : { boxes: before.boxes, problem: null };
};
