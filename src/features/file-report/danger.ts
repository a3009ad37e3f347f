/**
 * Words that mean somebody may be in danger now. Kept short on purpose: a notice that stands on every page is read on none. A stem is found at the
 * beginning of a word (`kecelakaan`, `kecelakaannya`), so that endings need no line of their own.
 */
const stems = [
  'kebakaran', 'terbakar', 'api besar', 'asap tebal', 'meledak', 'ledakan', 'bocor gas', 'gas bocor', 'kebocoran gas', 'tabung bocor',
  'kecelakaan', 'tabrakan', 'tertabrak', 'tabrak lari', 'terlindas', 'korban', 'luka parah', 'darah', 'berdarah', 'pendarahan', 'perdarahan',
  'pingsan', 'tidak sadar', 'tak sadar', 'sesak napas', 'sesak nafas', 'serangan jantung', 'kejang', 'keracunan', 'sekarat', 'gawat darurat',
  'tenggelam', 'hanyut', 'terseret arus', 'banjir bandang', 'longsor', 'terjebak', 'tertimpa', 'tertimbun', 'roboh', 'ambruk',
  'kesetrum', 'tersetrum', 'tersengat listrik', 'kabel putus', 'korsleting',
  'begal', 'dibegal', 'pembegalan', 'rampok', 'dirampok', 'perampokan', 'dibacok', 'pembacokan', 'ditusuk', 'ditikam', 'tawuran', 'dikeroyok', 'pengeroyokan',
  'diculik', 'penculikan', 'disandera', 'diperkosa', 'pemerkosaan', 'dianiaya', 'penganiayaan', 'dipukuli', 'dibunuh', 'pembunuhan',
  'bunuh diri', 'gantung diri', 'bom', 'mau melahirkan',
] as const;

/** Everyday words that hold a dangerous one. */
const harmless = [
  'demam berdarah', 'donor darah', 'tekanan darah', 'darah tinggi', 'darah rendah', 'golongan darah', 'gula darah', 'cek darah', 'tes darah', 'darah manis',
  'pemadam kebakaran', 'damkar', 'korban phk', 'korban penipuan', 'nomor darurat',
] as const;

/** Whether these words speak of danger. It never blocks anything: it puts 112 in front of everything else. */
export const speaksOfDanger = (words: string): boolean => {
  const plain = ` ${words.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const rest = harmless.reduce((text, phrase) => text.replaceAll(phrase, ' '), plain);
  return stems.some((stem) => rest.includes(stem === 'bom' ? ' bom ' : ` ${stem}`));
};
