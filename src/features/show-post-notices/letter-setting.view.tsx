import { Button, Buttons } from '../../ui/button.tsx';
import { RadioGroup, type ChoiceOption } from '../../ui/choice-field.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type LetterSettingProps = {
  readonly t: Text;
  readonly delivery: string;
  readonly deliveries: readonly ChoiceOption[];
  readonly language: string;
  readonly languages: readonly ChoiceOption[];
  /** `named`: with the name of its field, for the summary. */
  readonly problems: readonly { readonly field: string; readonly text: string; readonly named: string }[];
};

/** How one person, and not the post, is written to. */
export const LetterSetting = ({ t, delivery, deliveries, language, languages, problems }: LetterSettingProps) => {
  const errorOf = (name: string): string | undefined => problems.find(({ field }) => field === name)?.text;
  return (
    <>
      <h2 id="surat">{t('postNotice.setting.title')}</h2>
      <p>{t('postNotice.setting.hint')}</p>
      <PostForm action="/petugas/kabar">
        <RadioGroup
          name="delivery"
          label={t('postNotice.setting.delivery')}
          options={deliveries}
          value={delivery}
          error={errorOf('delivery')}
        />
        <RadioGroup
          name="language"
          label={t('postNotice.setting.language')}
          options={languages}
          value={language}
          error={errorOf('language')}
        />
        <Buttons>
          <Button>{t('postNotice.setting.save')}</Button>
        </Buttons>
      </PostForm>
    </>
  );
};
