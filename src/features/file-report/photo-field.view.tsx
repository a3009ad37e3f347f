import { photoAccept, photoLimits } from '../../domain/photo.ts';
import { Checkbox } from '../../ui/choice-field.tsx';
import { Field, wiring } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PhotoStrip, type PhotoItem } from '../../ui/photo-strip.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** A picture that waits with the form, and where it says it was taken. */
export type OwnPhoto = PhotoItem & { readonly place?: string | undefined };

export type PhotoFieldProps = {
  readonly t: Text;
  readonly photos: readonly OwnPhoto[];
  /** Whether the form has no point yet, so that one of a picture may be taken. */
  readonly asksPlace: boolean;
  /** Sends pictures while the form is still being filled in; fetched when one is about to be chosen. */
  readonly script?: string | undefined;
};

/** Where pictures are chosen, and those that are there already. */
export const PhotoField = ({ t, photos, asksPlace, script }: PhotoFieldProps) => {
  const left = photoLimits.count - photos.length;
  const field = {
    name: 'photos',
    label: (
      <>
        <Icon name="camera" /> {t('photo.choose')}
      </>
    ),
    hint: t('photo.hint', { count: left }),
  };
  return (
    <>
      <OwnPhotos t={t} photos={photos} asksPlace={asksPlace} />
      {left > 0 && (
        <Field field={field}>
          <input
            {...wiring(field)}
            class="input-file"
            type="file"
            multiple
            accept={photoAccept}
            data-script={script}
            data-most={left}
            data-words={JSON.stringify(scriptWords(t))}
          />
        </Field>
      )}
    </>
  );
};

/** What the script says; it fills in names and shares itself. */
const scriptWords = (t: Text) => ({
  holding: t('photo.holding'),
  without: t('photo.without'),
  waiting: t('photo.waiting', { name: '{name}' }),
  sending: t('photo.sending', { name: '{name}', percent: '{percent}' }),
  sent: t('photo.sent', { name: '{name}' }),
  unsent: t('photo.unsent', { name: '{name}' }),
  remove: t('photo.remove'),
  retry: t('photo.retry'),
  tooMany: t('photo.problem.too_many'),
});

/** Those that go with the report: each to be left out, and its place to be taken for that of the report. */
export const OwnPhotos = ({ t, photos, asksPlace }: PhotoFieldProps) =>
  photos.length === 0 ? null : (
    <PhotoStrip
      label={t('photo.kept')}
      photos={photos}
      action={({ id }) => (
        <>
          <PhotoPlace t={t} id={id} place={asksPlace ? photos.find((one) => one.id === id)?.place : undefined} />
          <Checkbox name="drop" scope={id} label={t('photo.drop')} value={id} />
        </>
      )}
    />
  );

type PhotoPlaceProps = { readonly t: Text; readonly id: string; readonly place: string | undefined };

const PhotoPlace = ({ t, id, place }: PhotoPlaceProps) =>
  place === undefined ? null : (
    <Checkbox name="photo_place" scope={id} label={t('photo.usePlace')} hint={place} value={id} />
  );
