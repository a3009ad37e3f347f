// Which mark is told one by one beside the map: it stays open while the map moves, and is open again for whoever comes back.
import { unfold } from './list.client.ts';
import { placeOfMark, type Mark } from './mark.client.ts';

type Marks = readonly Mark[];

export type OpenGroup = {
  /** The place of its mark; null: none is open. */
  readonly place: () => string | null;
  /** Opens or closes one, and goes to the first report in it. */
  readonly press: (marks: Marks, mark: Mark) => Promise<void>;
  /** After the marks were drawn anew. */
  readonly again: (marks: Marks) => Promise<void>;
};

/** `wanted`: what is to be open at first, and gone to; `changed`: whenever another one is, or none. */
export const openGroup = (part: HTMLElement, wanted: string | null, changed: () => void): OpenGroup => {
  let place = wanted;
  let isAwaited = wanted !== null;
  const show = async (marks: Marks, mark: Mark): Promise<HTMLElement | null> => {
    if (mark.members === undefined) return null;
    const list = await unfold(part, marks.indexOf(mark), mark.members);
    place = list === null ? null : placeOfMark(mark);
    changed();
    return list;
  };
  const goInto = (list: HTMLElement | null): void => list?.querySelector('a')?.focus();
  return {
    place: () => place,
    press: async (marks, mark) => goInto(await show(marks, mark)),
    again: async (marks) => {
      if (place === null) return;
      const mark = marks.find((one) => one.members !== undefined && placeOfMark(one) === place);
      place = null;
      if (mark === undefined) return changed();
      const list = await show(marks, mark);
      if (isAwaited) goInto(list);
      isAwaited = false;
    },
  };
};
