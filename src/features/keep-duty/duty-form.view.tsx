import { Button, Buttons } from '../../ui/button.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { SelectField, type Option } from '../../ui/select-field.tsx';
import { DateField, TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** A duty as it stands in the form: days as `2026-11-24`, times as `20.00` or `20:00`. */
export type TypedDuty = {
  readonly post: string;
  readonly fromDay: string;
  readonly fromTime: string;
  readonly untilDay: string;
  readonly untilTime: string;
};

export type DutyFormProps = {
  readonly t: Text;
  readonly typed: TypedDuty;
  readonly posts: readonly Option[];
  /** `named`: with the name of its field, for the summary. */
  readonly problems: readonly { readonly field: string; readonly text: string; readonly named: string }[];
};

export const DutyForm = ({ t, typed, posts, problems }: DutyFormProps) => {
  const fieldOf = (name: keyof TypedDuty) => ({
    name,
    value: typed[name],
    error: problems.find(({ field }) => field === name)?.text,
  });
  const time = { hint: t('duty.timeHint'), size: 'short', maxLength: 5 } as const;
  return (
    <PostForm action="/kelola/piket">
      <SelectField {...fieldOf('post')} label={t('duty.post')} options={posts} empty={t('duty.postNone')} />
      <DateField {...fieldOf('fromDay')} label={t('duty.fromDay')} />
      <TextField {...fieldOf('fromTime')} {...time} label={t('duty.fromTime')} />
      <DateField {...fieldOf('untilDay')} label={t('duty.untilDay')} />
      <TextField {...fieldOf('untilTime')} {...time} label={t('duty.untilTime')} />
      <Buttons>
        <Button>{t('duty.add')}</Button>
      </Buttons>
    </PostForm>
  );
};
