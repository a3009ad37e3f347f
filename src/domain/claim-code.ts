/** Eight digits out of at least eight random bytes: even to one part in 10^11. Shown once, stored only as a keyed hash. */
export const makeClaimCode = (random: Uint8Array): string => {
  if (random.length < 8) throw new RangeError('a claim code needs eight random bytes');
  const drawn = random.slice(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return String(drawn % 100_000_000n).padStart(8, '0');
};

/** What a person typed, as eight digits; null when it cannot be a claim code. */
export const parseClaimCode = (typed: string): string | null => {
  const digits = typed.replaceAll(/[\s.\-\u2010-\u2015]/g, '');
  return /^\d{8}$/.test(digits) ? digits : null;
};

/** Shown 4-4: 0417-8852. */
export const showClaimCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
