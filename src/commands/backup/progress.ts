const quietForMs = 2_000;

/** Says how far it is, though not more often than every two seconds, and nothing of what is done at once. */
export const everyTwoSeconds = (say: (line: string) => void): ((line: () => string) => void) => {
  let saidAt = process.uptime() * 1_000;
  return (line) => {
    const at = process.uptime() * 1_000;
    if (at - saidAt < quietForMs) return;
    saidAt = at;
    say(line());
  };
};

export const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MB`;
