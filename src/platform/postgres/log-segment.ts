const pageMagicBytes = 2;
/** XLP_LONG_HEADER, which the first page of every segment has. */
const longHeader = 0x0002;
const systemAt = 24;
const segmentBytes = 16 * 1024 ** 2;

/** Which cluster wrote a segment of the log, as `pg_control_system()` says it; null: this is no segment. */
export const systemOfSegment = (content: Buffer): string | null => {
  if (content.length !== segmentBytes || (content.readUInt16LE(pageMagicBytes) & longHeader) === 0) return null;
  return content.readBigUInt64LE(systemAt).toString();
};
