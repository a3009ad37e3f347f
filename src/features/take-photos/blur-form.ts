import { boxesOfSquares, mostBoxes, readBox, type BlurBox } from '../../domain/blur-box.ts';
import { textOf, textsOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { PhotoBlur } from '../../store/photo-blur.ts';

export type BlurForm = {
  /** The version that the form was made from. */
  readonly version: number;
  readonly boxes: readonly BlurBox[];
  /** The version to go back to; null: the boxes were drawn. */
  readonly back: number | null;
  /** Whether everyone may see what lay under a box; null: not asked yet. */
  readonly mayUncover: boolean | null;
  readonly problem: 'wrong' | 'tooMany' | null;
};

/** The boxes that stay or were drawn, and the squares that were ticked; or, to go back, those of an earlier version. */
export const readBlurForm = (fields: FormFields, blurs: readonly PhotoBlur[]): BlurForm => {
  const back = textOf(fields, 'back') === '' ? null : Number(textOf(fields, 'back'));
  const boxes = back === null ? boxesIn(fields) : boxesBefore(back, blurs);
  return { version: Number(textOf(fields, 'version')), back, mayUncover: answerIn(fields), ...boxes };
};

type Boxes = Pick<BlurForm, 'boxes' | 'problem'>;

const boxesIn = (fields: FormFields): Boxes => {
  const drawn = textsOf(fields, 'box').map(readBox);
  const kept = drawn.filter((box) => box !== null);
  const boxes = [...kept, ...boxesOfSquares(textsOf(fields, 'square'))];
  if (kept.length < drawn.length || !Number.isInteger(Number(textOf(fields, 'version'))))
    return { boxes, problem: 'wrong' };
  return { boxes, problem: boxes.length > mostBoxes ? 'tooMany' : null };
};

/** Before the first there was none. */
const boxesBefore = (version: number, blurs: readonly PhotoBlur[]): Boxes => {
  const before = version === 0 ? { boxes: [] } : blurs.find((blur) => blur.version === version);
  return before === undefined ? { boxes: [], problem: 'wrong' } : { boxes: before.boxes, problem: null };
};

/** The words of the two buttons; anything else answers nothing. */
export const uncoverAnswers = { yes: 'lihat', no: 'jangan' } as const;

const answerIn = (fields: FormFields): boolean | null => {
  const answer = textOf(fields, 'umum');
  if (answer === uncoverAnswers.yes) return true;
  return answer === uncoverAnswers.no ? false : null;
};
