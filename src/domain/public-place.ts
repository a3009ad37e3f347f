import type { Point } from './area.ts';

/** A thousandth of a degree is some 110 meters: a street, and no front door. */
const digits = 3;

/** The point that everyone may see of where a report is. */
export const publicPlace = ({ latitude, longitude }: Point): Point => ({
  latitude: rounded(latitude),
  longitude: rounded(longitude),
});

const rounded = (degrees: number): number => Number(degrees.toFixed(digits));
