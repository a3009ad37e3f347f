import { textOf, textsOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { AskedMove } from '../../store/move-command.ts';
import { textFields, listFields, type MoveFields } from '../../store/move-fields.ts';
import { moveNames } from '../../domain/move.ts';

/** Moves an officer has a form for; the reporter's own and the clock's are not among them. */
export type StaffMove = Exclude<AskedMove, 'correct' | 'confirm' | 'dispute' | 'withdraw'>;

const notByStaff: readonly string[] = ['correct', 'confirm', 'dispute', 'withdraw', 'expire'];

export const isStaffMove = (name: string): name is StaffMove =>
  moveNames.some((move) => move === name) && !notByStaff.includes(name);

/** What was typed, under the names that the store reads moves by. */
export const moveFieldsOf = (fields: FormFields): MoveFields => {
  const texts: { [Field in (typeof textFields)[number]]?: string } = {};
  const lists: { [Field in (typeof listFields)[number]]?: readonly string[] } = {};
  for (const field of textFields) texts[field] = textOf(fields, field);
  for (const field of listFields) if (Object.hasOwn(fields, field)) lists[field] = textsOf(fields, field);
  return { ...texts, ...lists };
};

/** The version a form was made from; undefined where none came along: then the move is made on whatever the report is. */
export const versionOf = (fields: FormFields): number | undefined => {
  const typed = textOf(fields, 'version');
  return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
};
