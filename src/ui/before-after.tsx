import type { Text } from './texts/text.ts';

/** A picture of a public report. */
export type ShownPhoto = {
  readonly thumb: string;
  readonly alt: string;
  /** The same, large. */
  readonly href?: string | undefined;
  /** What a press on it does. */
  readonly opens?: string | undefined;
  /** Of how many points it is; absent: its middle is shown, 4 wide and 3 high. */
  readonly shape?: { readonly width: number; readonly height: number } | undefined;
};

export type BeforeAfterProps = {
  readonly t: Text;
  readonly before: readonly ShownPhoto[];
  readonly after: readonly ShownPhoto[];
};

/** What it was and what was done, side by side: the words above each say which is which. */
export const BeforeAfter = ({ t, before, after }: BeforeAfterProps) => {
  const sides = [
    { label: t('reading.before'), photos: before },
    { label: t('reading.after'), photos: after },
  ].filter(({ photos }) => photos.length > 0);
  if (sides.length === 0) return null;
  return (
    <div class={sides.length === 1 ? 'before-after before-after-one' : 'before-after'}>
      {sides.map(({ label, photos }) => (
        <figure key={label}>
          <figcaption>{label}</figcaption>
          {photos.map((photo) => (
            <Photo key={photo.thumb} {...photo} />
          ))}
        </figure>
      ))}
    </div>
  );
};

const Photo = ({ thumb, alt, href, opens, shape = { width: 320, height: 240 } }: ShownPhoto) => {
  const picture = <img src={thumb} alt={alt} {...shape} loading="lazy" decoding="async" />;
  return href === undefined ? (
    picture
  ) : (
    <a href={href} aria-label={opens}>
      {picture}
    </a>
  );
};
