import { Checkbox } from '../../ui/choice-field.tsx';
import { fieldClass, fieldId, HintAndError, Optional, type FieldProps } from '../../ui/field.tsx';
import { PhotoStrip } from '../../ui/photo-strip.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { OriginalLink, type StoryPhotoItem } from './story-picture.view.tsx';

export type OfferedPhoto = StoryPhotoItem & { readonly isShown: boolean };

export type ShownPhotosProps = FieldProps & { readonly t: Text; readonly photos: readonly OfferedPhoto[] };

/** Each picture with a tick of its own. The empty one says that the form asked, also where none is ticked. */
export const ShownPhotosField = ({ t, photos, ...field }: ShownPhotosProps) => (
  <fieldset class={fieldClass(field)} id={fieldId(field)} tabIndex={-1}>
    <legend class="field-label">
      {field.label} <Optional word={field.optional} />
    </legend>
    <HintAndError field={field} />
    <input type="hidden" name={field.name} value="" />
    <PhotoStrip
      label={t('photo.show')}
      photos={photos}
      action={(photo) => (
        <>
          <OriginalLink t={t} photo={photo} />
          <Checkbox
            name={field.name}
            scope={`${field.scope ?? 'show'}-${photo.id}`}
            label={t('photo.showThis', { photo: photo.alt })}
            value={photo.id}
            isChecked={photo.isShown}
          />
        </>
      )}
    />
  </fieldset>
);
