import { isUuid, uuid7 } from '../../platform/db/uuid7.ts';
import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import type { KeepOfficesMeans } from './means.ts';

/** The id that a form was given when it was shown, so that sent twice it makes one thing. */
export const idTyped = (fields: FormFields, { clock }: Pick<KeepOfficesMeans, 'clock'>, name = 'id'): string => {
  const typed = textOf(fields, name);
  return isUuid(typed) ? typed : uuid7(clock.now());
};
