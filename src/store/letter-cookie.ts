/**
 * Where a browser holds the pass of the last letter of a report that it has opened, for the pages of that report alone: whoever has both the letter and the
 * code is shown to be the owner of the address (own-letters.ts).
 */
export const letterCookie = (number: string) =>
  ({ name: 'surat', settings: { path: `/lacak/${number}`, httpOnly: true, sameSite: 'lax' } }) as const;
