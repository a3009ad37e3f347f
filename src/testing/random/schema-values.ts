import fc from 'fast-check';

import { hostileValue } from './hostile.ts';

/** As much of JSON Schema as the description of the interface uses. */
export type Schema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
};

/** What could be meant: values of a schema, among them ones that fit what the city knows. */
export const valuesOf = (schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> => {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => valuesOf(one, known)));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  const [type] = [schema.type ?? (schema.properties === undefined ? 'string' : 'object')].flat();
  if (type === 'object') return objectOf(schema, known);
  if (type === 'array') return fc.array(valuesOf(schema.items ?? {}, known), { maxLength: 4 });
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'integer') return fc.integer({ min: schema.minimum ?? -10, max: schema.maximum ?? 1_000 });
  if (type === 'number') return fc.double({ min: schema.minimum ?? -180, max: schema.maximum ?? 180, noNaN: true });
  return textsOf(schema, known);
};

/** What must be there, and of the rest a few: with everything filled in at random nothing is ever right. */
const objectOf = ({ properties = {}, required = [] }: Schema, known: readonly string[]): fc.Arbitrary<unknown> =>
  someOf(
    Object.keys(properties).filter((name) => !required.includes(name)),
    3,
  ).chain((chosen) =>
    fc.record(
      Object.fromEntries(
        Object.entries(properties)
          .filter(([name]) => required.includes(name) || chosen.includes(name))
          .map(([name, one]) => [name, valuesOf(one, known)]),
      ),
    ),
  );

const someOf = (names: readonly string[], most: number): fc.Arbitrary<readonly string[]> =>
  fc.subarray([...names], { maxLength: Math.min(most, names.length) });

const textsOf = ({ format, pattern, minLength = 0, maxLength = 200 }: Schema, known: readonly string[]) => {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time' || format === 'date')
    return fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, format === 'date' ? 10 : undefined));
  const likely = known.filter((text) => text.length >= minLength && text.length <= maxLength);
  const free = fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 60) });
  const fitting = pattern === undefined ? free : fc.stringMatching(new RegExp(pattern));
  return likely.length === 0 ? fitting : fc.oneof(fc.constantFrom(...likely), fitting);
};

/** The same with one thing in it that nobody means. */
export const nearlyOf = (schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> =>
  fc.tuple(valuesOf(schema, known), fc.string({ maxLength: 8 }), hostileValue(), fc.nat()).map(spoiled);

const spoiled = ([value, word, bad, which]: readonly [unknown, string, unknown, number]): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad;
  const names = [...Object.keys(value), word];
  return { ...value, [names[which % names.length] ?? word]: bad };
};
