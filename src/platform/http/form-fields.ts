import type { Readable } from 'node:stream';

/** A name that came once has a text, one that came more often a list, in the order of the form. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** Far above what a person types: the longest real complaints have some 6,000 characters. */
export const formLimits = { fieldBytes: 64 * 1024, fields: 60, nameBytes: 100 } as const;

/** Cleans and collects what was typed. Throws 413 beyond the limits: cutting somebody's words off in silence would be worse. */
export const collectFields = (entries: Iterable<readonly [string, string]>): FormFields => {
  const fields: Record<string, string | readonly string[]> = Object.create(null);
  let count = 0;
  for (const [name, typed] of entries) {
    count += 1;
    if (
      count > formLimits.fields ||
      Buffer.byteLength(name) > formLimits.nameBytes ||
      Buffer.byteLength(typed) > formLimits.fieldBytes
    )
      throw formTooLarge();
    const before = fields[name];
    const value = cleanText(typed);
    fields[name] = before === undefined ? value : [before, value].flat();
  }
  return fields;
};

export const formTooLarge = (): Error => Object.assign(new Error('more than a form may carry'), { statusCode: 413 });

/**
 * The same text however it was sent: lines end in \n (browsers send \r\n), no NUL (PostgreSQL's text cannot hold one)
 * and no half of a surrogate pair. Nothing else is touched: what a citizen wrote is kept as it was written.
 */
export const cleanText = (typed: string): string =>
  typed.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed();

/** One text of a field: the first, if it came more often; empty if it did not come. */
export const textOf = (fields: FormFields, name: string): string => textsOf(fields, name)[0] ?? '';

/** All texts of a field, in the order of the form. */
export const textsOf = (fields: FormFields, name: string): readonly string[] =>
  Object.hasOwn(fields, name) ? [fields[name] ?? []].flat() : [];

/** One file of a form: read to its end by whoever takes it, before the next part comes. */
export type FormFile = { readonly field: string; readonly name: string; readonly content: Readable };

/** A form as it came. */
export type Form = {
  readonly fields: FormFields;
  /** Names of the files that came along and were not taken, so that the page can say so. */
  readonly droppedFiles: readonly string[];
};
