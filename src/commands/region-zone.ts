/**
 * The time zone of a regency or city by its Kemendagri code: the province decides (Keppres 41/1987; the provinces made since keep the zone they were
 * taken from).
 */
export const zoneOf = (regionCode: string): string => {
  const province = Number(regionCode.slice(0, 2));
  if (province >= 81) return 'Asia/Jayapura';
  return isInTheMiddle(province) ? 'Asia/Makassar' : 'Asia/Jakarta';
};

/** Bali and Nusa Tenggara, Sulawesi, and Kalimantan but for its west and centre. */
const isInTheMiddle = (province: number): boolean =>
  (province >= 51 && province <= 53) || (province >= 63 && province <= 76);
