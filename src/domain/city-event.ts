/** Each field that a change touched, as it was and as it is. No name or address of a person: those are said by id. */
export type FieldChanges = Readonly<Record<string, { readonly before: Plain; readonly after: Plain }>>;
export type Plain = string | number | boolean | null | readonly string[];

/** What two states of one thing differ in, by the fields of either; a field that one of them lacks is null there. */
export const changesBetween = (
  before: Readonly<Record<string, Plain>>,
  after: Readonly<Record<string, Plain>>,
): FieldChanges => {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    fields
      .map((field) => [field, { before: before[field] ?? null, after: after[field] ?? null }] as const)
      .filter(([, change]) => !isSame(change.before, change.after)),
  );
};

/** The change that takes another back. */
export const undoing = (changes: FieldChanges): FieldChanges =>
  Object.fromEntries(
    Object.entries(changes).map(([field, { before, after }]) => [field, { before: after, after: before }]),
  );

const isSame = (one: Plain, other: Plain): boolean => JSON.stringify(one) === JSON.stringify(other);
