/** As much of an answer as a list shows. */
const longestLine = 140;

/** Words as one line; of longer ones the beginning, up to whole words. */
export const oneLine = (text: string, longest = longestLine): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  return `${line
    .slice(0, longest + 1)
    .replace(/\s+\S*$/, '')
    .slice(0, longest)} …`;
};
