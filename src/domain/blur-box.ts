/** A part of a picture that nobody shall recognise: whole thousandths of the upright picture, from its upper left corner. */
export type BlurBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const whole = 1000;
/** What is smaller hides nothing and cannot be taken hold of. */
export const leastBoxSide = 10;
/** Where more has to be hidden, the picture is not one to show. */
export const mostBoxes = 20;

/** The squares over a picture in which a box can be ticked without script: on a telephone each is as wide as a finger. */
export const blurGrid = { columns: 8, rows: 6 } as const;

/** `x,y,width,height`, as a form carries it. */
export const boxText = ({ x, y, width, height }: BlurBox): string => [x, y, width, height].join(',');

/** Null: no box of a picture. */
export const readBox = (text: string): BlurBox | null => {
  const match = /^(\d{1,4}),(\d{1,4}),(\d{1,4}),(\d{1,4})$/.exec(text);
  if (match === null) return null;
  const [x = 0, y = 0, width = 0, height = 0] = match.slice(1).map(Number);
  const isInside = x + width <= whole && y + height <= whole;
  return isInside && width >= leastBoxSide && height >= leastBoxSide ? { x, y, width, height } : null;
};

/** The ticked squares, `column-row` from 0, as few boxes: those side by side are one, and rows alike one below the other. */
export const boxesOfSquares = (ticked: readonly string[]): readonly BlurBox[] => {
  const rows = Array.from({ length: blurGrid.rows }, (_, row) => runsOf(row, ticked));
  const boxes: { first: number; end: number; top: number; bottom: number }[] = [];
  for (const [row, runs] of rows.entries())
    for (const { first, end } of runs) {
      const above = boxes.find((box) => box.first === first && box.end === end && box.bottom === row);
      if (above === undefined) boxes.push({ first, end, top: row, bottom: row + 1 });
      else above.bottom = row + 1;
    }
  return boxes.map(({ first, end, top, bottom }) => between(first, end, top, bottom));
};

const runsOf = (row: number, ticked: readonly string[]) => {
  const runs: { first: number; end: number }[] = [];
  for (let column = 0; column < blurGrid.columns; column += 1) {
    if (!ticked.includes(`${column}-${row}`)) continue;
    const last = runs.at(-1);
    if (last?.end === column) last.end = column + 1;
    else runs.push({ first: column, end: column + 1 });
  }
  return runs;
};

const between = (first: number, end: number, top: number, bottom: number): BlurBox => {
  const x = Math.floor((first * whole) / blurGrid.columns);
  const y = Math.floor((top * whole) / blurGrid.rows);
  return {
    x,
    y,
    width: Math.ceil((end * whole) / blurGrid.columns) - x,
    height: Math.ceil((bottom * whole) / blurGrid.rows) - y,
  };
};

/** Whether they hide the same, in whatever order. */
export const areSameBoxes = (some: readonly BlurBox[], others: readonly BlurBox[]): boolean =>
  textsOf(some).join(' ') === textsOf(others).join(' ');

const textsOf = (boxes: readonly BlurBox[]): readonly string[] => boxes.map(boxText).toSorted();
