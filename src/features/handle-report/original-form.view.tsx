import { Button, Buttons } from '../../ui/button.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type OriginalFormProps = { readonly t: Text; readonly photoId: string };

/** The file as it was sent stays closed until somebody says what for; the answer is the file, and the page stays where it is. */
export const OriginalForm = ({ t, photoId }: OriginalFormProps) => (
  <details class="more">
    <summary>{t('photo.original')}</summary>
    <PostForm action={`/petugas/foto/${photoId}/asli`}>
      <p>{t('photo.originalHint')}</p>
      <SelectField
        name="ground"
        scope={`original-${photoId}`}
        label={t('staff.identity.ground')}
        options={[
          { value: 'photo_check', label: t('photo.originalGrounds.photo_check') },
          { value: 'handling', label: t('photo.originalGrounds.handling') },
        ]}
      />
      <Buttons>
        <Button tone="secondary">{t('photo.original')}</Button>
      </Buttons>
    </PostForm>
  </details>
);
