import { parseNumber } from '../domain/report-number.ts';
import type { Tx } from './tx.ts';

/** The fields a move may come with, under the names of the outside contract; `primary_id` is filled in by `withPrimary`. */
export const textFields = [
  'class',
  'category',
  'village',
  'publish',
  'publish_title',
  'publish_description',
  'agency',
  'post',
  'proposed_agency',
  'reason',
  'message',
  'until',
  'authority',
  'letter',
  'contact',
  'reference',
  'primary',
  'primary_id',
  'rating',
  'title',
  'description',
  'publication',
  'place',
] as const;
export const listFields = ['proof', 'photos', 'checks'] as const;

/** What a form or a JSON body says, as plain texts; absent and empty are the same, but for a list: an empty one says none. */
export type MoveFields = { readonly [Field in (typeof textFields)[number]]?: string | undefined } & {
  readonly [Field in (typeof listFields)[number]]?: readonly string[] | undefined;
};

/** How much of a report `verify` shows to everyone. */
export const shownParts = ['public', 'title_only', 'hidden'] as const;

/**
 * The same fields with the id of the report that `primary` names by its number: only the database knows it. A number that is nobody's gets an id that
 * is nobody's: what may not be done is refused alike, whether the other report exists or not.
 */
export const withPrimary = async (tx: Tx, tenantId: string, fields: MoveFields): Promise<MoveFields> => {
  const number = parseNumber(fields.primary ?? '');
  if (number === null) return { ...fields, primary_id: undefined };
  const row = await tx
    .selectFrom('report')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('number', '=', number)
    .executeTakeFirst();
  return { ...fields, primary_id: row?.id ?? nobodysId };
};

const nobodysId = '00000000-0000-7000-8000-000000000000';
