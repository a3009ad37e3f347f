import { Button, Buttons } from '../../ui/button.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { SelectField, type Option } from '../../ui/select-field.tsx';
import { DateField, TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type ShownProblem = { readonly field: string; readonly text: string; readonly named: string };

export type InviteFormProps = {
  readonly t: Text;
  readonly typed: Readonly<Record<'name' | 'address' | 'post' | 'from' | 'until' | 'language', string>>;
  readonly posts: readonly Option[];
  readonly problems: readonly ShownProblem[];
};

export const InviteForm = ({ t, typed, posts, problems }: InviteFormProps) => {
  const fieldOf = (name: keyof typeof typed) => ({
    name,
    value: typed[name],
    label: t(`people.field.${name}`),
    error: problems.find(({ field }) => field === name)?.text,
  });
  const languages = (['id', 'en'] as const).map((value) => ({ value, label: t(`people.language.${value}`) }));
  return (
    <PostForm action="/kelola/orang">
      <TextField {...fieldOf('name')} autoComplete="off" />
      <TextField {...fieldOf('address')} type="email" autoComplete="off" />
      <SelectField {...fieldOf('post')} options={posts} empty={t('people.field.postNone')} />
      <DateField {...fieldOf('from')} hint={t('people.field.fromHint')} optional={t('general.optional')} />
      <DateField {...fieldOf('until')} hint={t('people.field.untilHint')} optional={t('general.optional')} />
      <SelectField {...fieldOf('language')} options={languages} />
      <Buttons>
        <Button>{t('people.invite')}</Button>
      </Buttons>
    </PostForm>
  );
};
