import type { ComponentChildren } from 'preact';

import type { Text } from './texts/text.ts';

/** A picture as a page shows it. */
export type PhotoItem = {
  readonly id: string;
  /** Null while it is worked on, and where it could not be read. */
  readonly thumb: string | null;
  /** The same, large. */
  readonly href?: string | undefined;
  /** What a press on it does. */
  readonly opens?: string | undefined;
  readonly alt: string;
  /** Of how many points it is, where it is to be shown whole; absent: a tile shows its middle. */
  readonly shape?: { readonly width: number; readonly height: number } | undefined;
  /** Why there is nothing to see, or what the picture says of itself. */
  readonly notes: readonly string[];
};

export type PhotoStripProps<Photo extends PhotoItem = PhotoItem> = {
  readonly label: string;
  readonly photos: readonly Photo[];
  /** What may be done with each. */
  readonly action?: ((photo: Photo) => ComponentChildren) | undefined;
};

/** Pictures side by side. */
export const PhotoStrip = <Photo extends PhotoItem>({ label, photos, action }: PhotoStripProps<Photo>) => (
  <ul class="photos" aria-label={label}>
    {photos.map((photo) => (
      <li key={photo.id} class={photo.shape === undefined ? 'photo' : 'photo photo-whole'}>
        <Picture {...photo} />
        {photo.notes.map((note) => (
          <p key={note} class="quiet">
            {note}
          </p>
        ))}
        {action?.(photo)}
      </li>
    ))}
  </ul>
);

const tile = { width: 160, height: 120 };

const Picture = ({ thumb, href, opens, alt, shape = tile }: PhotoItem) => {
  if (thumb === null) return <p class="photo-none">{alt}</p>;
  const picture = <img src={thumb} alt={alt} {...shape} loading="lazy" decoding="async" />;
  return href === undefined ? (
    picture
  ) : (
    <a href={href} aria-label={opens}>
      {picture}
    </a>
  );
};

export type RefusedPhotoProps = { readonly name: string; readonly words: string };

/** Files that were not taken, each with why and what to do. */
export const RefusedPhotos = ({ t, photos }: { readonly t: Text; readonly photos: readonly RefusedPhotoProps[] }) =>
  photos.length === 0 ? null : (
    <section class="notice notice-warning" role="alert" aria-labelledby="refused-photos">
      <h2 class="notice-title" id="refused-photos">
        {t('photo.notTaken')}
      </h2>
      <ul>
        {photos.map(({ name, words }) => (
          <li key={name}>
            <bdi>{name}</bdi>: {words}
          </li>
        ))}
      </ul>
    </section>
  );
