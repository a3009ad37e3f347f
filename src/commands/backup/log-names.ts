/** `TTTTTTTTHHHHHHHHLLLLLLLL`: timeline, and the place in the log, in segments of 16 MB; the last part goes from 0 to 255. */
const segmentName = /^([0-9A-F]{8})([0-9A-F]{8})000000([0-9A-F]{2})$/;

export const isSegment = (name: string): boolean => segmentName.test(name);

/** Where in the log a segment lies, whatever its timeline: the mark of a base backup lies where its segment does. */
export const placeInLog = (name: string): string => name.slice(8, 24);

/** Which follows on this timeline. */
export const nextSegment = (name: string): string => {
  const [, timeline = '', high = '', low = ''] = segmentName.exec(name) ?? [];
  const number = Number.parseInt(high, 16) * 256 + Number.parseInt(low, 16) + 1;
  const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');
  return `${timeline}${hex(Math.floor(number / 256), 8)}${hex(number % 256, 8)}`;
};
