import { parseArgs } from 'node:util';

import { ConfigError } from '../config.ts';

/** The options of a command, each `--name value`. Throws, naming what is missing or not known, before anything is done. */
export const readOptions = <Required extends string, Optional extends string = never>(
  args: readonly string[],
  names: { readonly required: readonly Required[]; readonly optional?: readonly Optional[] },
): Readonly<Record<Required, string>> & Readonly<Partial<Record<Optional, string>>> => {
  const known = [...names.required, ...(names.optional ?? [])];
  const { values } = parsed(args, known);
  const missing = names.required.filter((name) => (values[name] ?? '') === '');
  if (missing.length > 0) throw new ConfigError(`missing: ${missing.map((name) => `--${name}`).join(', ')}`);
  return values as Readonly<Record<Required, string>> & Readonly<Partial<Record<Optional, string>>>;
};

const parsed = (args: readonly string[], known: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: Object.fromEntries(known.map((name) => [name, { type: 'string' as const }])),
      strict: true,
    });
  } catch (error) {
    throw new ConfigError(
      `${error instanceof Error ? error.message : String(error)}; this command knows ${known.map((name) => `--${name}`).join(', ') || 'no options'}`,
    );
  }
};
