import { textOf, type FormFields } from '../../platform/http/form-fields.ts';
import { stopFollowing } from '../../store/follow.ts';
import { chooseNotices, resumeNotices, stopNotices, type Chooser } from '../../store/notice-choice.ts';
import { tellOfStop } from '../../store/notice-stop.ts';
import type { Tx } from '../../store/tx.ts';
import type { Done, Tried } from './choice-props.ts';
import { choiceTyped, typedChoiceOf } from './typed-choice.ts';

/** Whose letters are chosen; `followId`: as a follower, null: as the reporter. */
export type ForPerson = {
  readonly tenantId: string;
  /** Null: there is nobody, and nothing to save. */
  readonly personId: string | null;
  readonly followId: string | null;
  /** Whose owner hears of a stop, where it takes no letter of theirs to stop; null: nobody does. */
  readonly warnedReportId: string | null;
  readonly at: Date;
};

/** What became of a form: done, or refused with what was typed. */
export type Outcome =
  | { readonly done: Done; readonly tried?: undefined }
  | { readonly done?: undefined; readonly tried: Tried };

/** Stops, lets come again, or saves what was typed, as the form asks (`apa`). */
export const actForPerson = async (tx: Tx, person: ForPerson, fields: FormFields): Promise<Outcome> => {
  const { tenantId, personId, followId, at } = person;
  if (personId === null) return { done: 'nothing' };
  const chooser = { tenantId, personId, at };
  const what = textOf(fields, 'apa');
  if (what === 'stop') {
    await (followId === null ? stopOwn(tx, chooser, person) : stopFollowing(tx, tenantId, followId, at));
    return { done: 'stopped' };
  }
  if (what === 'resume') {
    await resumeNotices(tx, chooser);
    return { done: 'resumed' };
  }
  const typed = typedChoiceOf(fields);
  const read = choiceTyped(typed);
  if (!read.ok) return { tried: { typed, problems: read.refusal } };
  await chooseNotices(tx, chooser, read.value);
  return { done: 'saved' };
};

const stopOwn = async (tx: Tx, chooser: Chooser, { warnedReportId }: ForPerson): Promise<void> => {
  const isNew = await stopNotices(tx, chooser);
  if (isNew && warnedReportId !== null) await tellOfStop(tx, { ...chooser, reportId: warnedReportId });
};
