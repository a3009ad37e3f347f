import { photoAccept, photoLimits } from '../../domain/photo.ts';
import { Field, wiring } from '../../ui/field.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** Pictures that go with words: of what is asked for, or of what is still not done. `scope`: which form of the page it stands in. */
export const PhotosField = ({ t, scope }: { readonly t: Text; readonly scope: string }) => {
  const field = {
    name: 'photos',
    scope,
    label: t('photo.choose'),
    hint: t('photo.hint', { count: photoLimits.count }),
    optional: t('general.optional'),
  };
  return (
    <Field field={field}>
      <input {...wiring(field)} class="input-file" type="file" multiple accept={photoAccept} />
    </Field>
  );
};
