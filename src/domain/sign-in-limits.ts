/** How many wrong tries of something are taken, of whom. */
export type TriesOf = {
  readonly key: string;
  readonly limits: readonly { readonly max: number; readonly windowSeconds: number }[];
};

/** Enough for a slip of the finger; beyond it a short wait, and a longer one for who goes on. */
const ofPassword = [
  { max: 5, windowSeconds: 60 },
  { max: 30, windowSeconds: 60 * 60 },
] as const;

/** `device` null: all browsers that this login is new in, which are one count. */
export const passwordTries = (who: string, device: string | null): TriesOf => ({
  key: device === null ? `sign-in:${who}` : `sign-in:${who}:${device}`,
  limits: ofPassword,
});

/** Of whoever shows a right code along with the password: strangers do not come to these. */
export const passwordTriesWithCode = (who: string): TriesOf => ({
  key: `sign-in-with-code:${who}`,
  limits: [{ max: 3, windowSeconds: 10 * 60 }],
});

/** Of somebody who is signed in and asked once more: a stolen session does not guess the password. */
export const ownPasswordTries = (sessionId: string): TriesOf => ({
  key: `own-password:${sessionId}`,
  limits: ofPassword,
});

const inHaste = { max: 10, windowSeconds: 15 * 60 };
/** Of six digits, three of which are right at a time: a stranger with the password hits within a year with odds of one in twenty. */
const inADay = { max: 40, windowSeconds: 24 * 60 * 60 };

/** Of the app's codes; `device` null: all browsers that the login is new in. */
export const codeTries = (userId: string, device: string | null): TriesOf =>
  device === null
    ? { key: `code:${userId}`, limits: [inHaste, inADay] }
    : { key: `code:${userId}:${device}`, limits: [inHaste] };
