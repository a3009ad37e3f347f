/** A sum small enough for everybody, and a nuisance for a program that sends the same a thousand times. */
export type ProofQuestion = { readonly left: number; readonly right: number };

/** The fields in which it comes back with a form. */
export const proofNames = { pass: 'soal', answer: 'jawaban' } as const;

/** `random` gives 0 up to 1, without it. */
export const drawQuestion = (random: () => number): ProofQuestion => ({ left: drawn(random), right: drawn(random) });

const [least, most] = [2, 9];
const drawn = (random: () => number): number => least + Math.floor(random() * (most - least + 1));

/** Asked in words, so that it reads aloud well and no figures lie ready. */
export const numberWords = {
  id: 'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas',
  en: 'zero one two three four five six seven eight nine ten eleven',
} as const;

export const inWords = (number: number, language: keyof typeof numberWords): string =>
  numberWords[language].split(' ')[number] ?? String(number);

const teens = {
  id: ['dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan'].map((unit) => `${unit} belas`),
  en: ['twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
};

const spelled = (['id', 'en'] as const).map((language) => [...numberWords[language].split(' '), ...teens[language]]);

/** In figures or in words of either language, however they were typed. */
export const isRightAnswer = ({ left, right }: ProofQuestion, typed: string): boolean => {
  const answer = typed.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const sum = left + right;
  if (/^\d{1,3}$/.test(answer)) return Number(answer) === sum;
  const joined = answer.replaceAll(' ', '');
  return joined !== '' && spelled.some((words) => words[sum]?.replaceAll(' ', '') === joined);
};
