/** Names to the left, numbers right below each other. */
export const tableOf = (metrics: Readonly<Record<string, number>>): string => {
  const rows = Object.entries(metrics).map(([name, value]) => [name, shown(value)] as const);
  const width = Math.max(...rows.map(([name]) => name.length));
  const digits = Math.max(...rows.map(([, value]) => value.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value.padStart(digits)}`).join('\n');
};

const shown = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1));
