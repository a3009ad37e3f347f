/** What a semicolon in it does not end: a comment, a string, a quoted name, a body between dollar signs. */
const whole = /--[^\n]*|'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$/g;

/** The statements of a script, one by one, without their comments. Made for migrations: plain SQL, no meta-commands. */
export const statementsOf = (script: string): readonly string[] => {
  const kept: string[] = [];
  const marked = script.replace(whole, (piece) => {
    if (piece.startsWith('--')) return '';
    kept.push(piece);
    return `\0${kept.length - 1}\0`;
  });
  return marked
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
    .map((statement) => statement.replace(/\0(\d+)\0/g, (_, index: string) => kept[Number(index)] ?? ''));
};
