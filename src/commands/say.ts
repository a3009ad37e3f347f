/** A line of the answer to who typed a command; how far it is goes to the other stream. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);
