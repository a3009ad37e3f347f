// What a window of the map shows as marks, and what pressing each of them does.
import { sharesOf, type Mark } from './mark.client.ts';
import { byPlace, type CellMark, type Point, type Points, type ReportMark } from './points.client.ts';

export type Here = {
  /** No nearer than this. */
  readonly isNearest: boolean;
  /** `2 laporan di tempat ini`, with `#` for the number. */
  readonly together: string;
  readonly membersOf: (cell: CellMark) => Promise<readonly Point[]>;
};

export const pageOf = ({ number }: ReportMark): string => `/laporan/${number}`;

export const marksOf = (points: Points, here: Here): readonly Mark[] =>
  byPlace(points).map((there): Mark => {
    const [point] = there;
    const { properties } = point;
    const shares = sharesOf(there);
    if ('count' in properties)
      return { ...told(properties), point, shares, count: properties.count, ...wayInto(properties, here) };
    if (there.length === 1) return { ...told(properties), point, shares, count: 1, href: pageOf(properties) };
    const title = here.together.replace('#', String(there.length));
    return { title, text: '', point, shares, count: there.length, members: () => Promise.resolve(there) };
  });

const told = ({ title, text }: CellMark | ReportMark): Pick<Mark, 'title' | 'text'> => ({ title, text });

/** Nearer with all of them in sight, as long as that parts them; then they are read one by one. */
const wayInto = (cell: CellMark, { isNearest, membersOf }: Here): Pick<Mark, 'href' | 'box' | 'members'> => {
  if (!cell.isOnePlace && !isNearest) return { box: cell.box };
  return cell.list === undefined ? { members: () => membersOf(cell) } : { href: cell.list };
};
