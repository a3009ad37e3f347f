/** Words, and the numbers in them that a telephone can call. */
export type PhonePiece = { readonly words: string; readonly isPhone: boolean };

/** Takes the numbers out of the words; one that is not named in them stands at their end. */
export const phonePieces = (words: string, phone: string | null): readonly PhonePiece[] => {
  const numbers = [...new Set([emergency, ...(phone === null ? [] : [phone])])];
  const named = phone === null || words.split(/\D+/).includes(phone) ? words : `${words} ${phone}`;
  return named
    .split(new RegExp(String.raw`(?<!\d)(${numbers.join('|')})(?!\d)`))
    .map((piece) => ({ words: piece, isPhone: numbers.includes(piece) }))
    .filter((piece) => piece.words !== '');
};

const emergency = '112';
