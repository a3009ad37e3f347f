/** The mail address that somebody names, or signs in by. Many officers sign in by a number: null, nobody can write to that. */
export const mailOf = (name: string): string | null => (/^[^\s@]+@[^\s@]+$/.test(name.trim()) ? name.trim() : null);
