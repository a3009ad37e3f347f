import { deputies } from '../../domain/office.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { SelectField, type Option } from '../../ui/select-field.tsx';
import { DateField } from '../../ui/text-field.tsx';
import { fieldOf, OfficePage, type OfficePageProps } from './office-page.view.tsx';

/** Days as `2026-11-24`; `acting` empty: in their own right. */
export type TypedHolder = {
  readonly person: string;
  readonly from: string;
  readonly until: string;
  readonly acting: string;
};

export type HolderFormProps = Omit<OfficePageProps, 'children'> & {
  readonly action: string;
  readonly typed: TypedHolder;
  readonly hidden: Readonly<Record<string, string>>;
  /** Who may be chosen; null: the person stands fast, and so does the first day. */
  readonly people: readonly Option[] | null;
};

export const HolderFormPage = ({ action, typed, hidden, people, ...page }: HolderFormProps) => {
  const { t } = page.frame;
  const field = (name: keyof TypedHolder) => fieldOf(name, typed[name], page.problems ?? []);
  const acting = deputies.map((deputy) => ({ value: deputy, label: t(`offices.holder.${deputy}`) }));
  return (
    <OfficePage {...page}>
      <PostForm action={action} hidden={hidden}>
        {people !== null && (
          <>
            <SelectField
              {...field('person')}
              label={t('offices.holder.person')}
              hint={t('offices.holder.personHint')}
              empty={t('offices.holder.choose')}
              options={people}
            />
            <DateField {...field('from')} label={t('offices.holder.from')} hint={t('offices.holder.fromHint')} />
          </>
        )}
        <DateField {...field('until')} label={t('offices.holder.until')} hint={t('offices.holder.untilHint')} />
        <RadioGroup
          {...field('acting')}
          label={t('offices.holder.acting')}
          options={[{ value: '', label: t('offices.holder.own') }, ...acting]}
        />
        <Buttons>
          <Button>{t('offices.save')}</Button>
          {people === null && (
            <Button tone="secondary" name="step" value="end">
              {t('offices.holder.endNow')}
            </Button>
          )}
        </Buttons>
      </PostForm>
    </OfficePage>
  );
};
