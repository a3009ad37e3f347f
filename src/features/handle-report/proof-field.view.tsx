import { photoAccept } from '../../domain/photo.ts';
import { Checkbox } from '../../ui/choice-field.tsx';
import { Field, wiring, type FieldProps } from '../../ui/field.tsx';
import { PhotoStrip, type PhotoItem } from '../../ui/photo-strip.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type ProofFieldProps = FieldProps & { readonly t: Text; readonly photos: readonly PhotoItem[] };

/** Pictures that show the work done: those that were sent already, each to be left out, and room for more. */
export const ProofField = ({ t, photos, ...field }: ProofFieldProps) => (
  <>
    {photos.length > 0 && (
      <PhotoStrip
        label={t('photo.answer')}
        photos={photos}
        action={({ id }) => <Checkbox name="proof" scope={id} label={t('photo.keep')} value={id} isChecked />}
      />
    )}
    <Field field={field}>
      <input {...wiring(field)} name="proof_files" type="file" multiple accept={photoAccept} />
    </Field>
  </>
);
