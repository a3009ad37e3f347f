/** `20261121T030405Z`: sorts by time, and fits into a file name. */
export const basicTime = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** A Message-ID at the city's own address. */
export const messageIdAt = (origin: string, name: string): string => `${name}@${new URL(origin).hostname}`;
