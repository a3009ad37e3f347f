import { DefinitionList, type Definition } from '../../ui/definition-list.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { PhotoStrip, type PhotoStripProps } from '../../ui/photo-strip.tsx';
import { Clocks, type ClockLine } from './clocks.view.tsx';
import { History, type HistoryItem } from './history.view.tsx';
import { Identity, type IdentityProps } from './identity.view.tsx';
import { OriginalForm } from './original-form.view.tsx';
import { OriginalLink, type StoryPhotoItem } from './story-picture.view.tsx';

export type StoryProps = {
  readonly t: Text;
  readonly facts: readonly Definition[];
  readonly said: { readonly title: string | null; readonly description: string | null };
  readonly published: {
    readonly title: string | null;
    readonly description: string | null;
    readonly answer: string | null;
    readonly how: string;
  };
  readonly photos: readonly StoryPhotoItem[];
  /** What shows that the work was done. */
  readonly proof: readonly StoryPhotoItem[];
  /** On which of them the reader may say what is blurred. */
  readonly mayBlur: { readonly photos: boolean; readonly proof: boolean };
  readonly clocks: readonly ClockLine[];
  /** The dates officers have promised, and what became of each. */
  readonly promises: readonly string[];
  readonly assignments: readonly {
    readonly id: string;
    readonly who: string;
    readonly what: string;
  }[];
  readonly history: readonly HistoryItem[];
  /** That letters to the reporter did not arrive. */
  readonly undelivered: string | null;
  readonly identity: Omit<IdentityProps, 't'>;
};

/** What was said, and beside it what everyone reads of it. */
export const Words = ({ t, said, published }: StoryProps) => (
  <div class="beside">
    <Said t={t} {...said} />
    <Published t={t} {...published} />
  </div>
);

/** The pictures that came with the report, and those that prove what was done about it. */
export const Photos = ({ t, photos, proof, identity, mayBlur }: PhotosProps) =>
  photos.length + proof.length === 0 ? null : (
    <div>
      {photos.length > 0 && (
        <Pictures
          id="photos"
          title={t('photo.of')}
          photos={photos}
          action={(photo) => (
            <>
              <OriginalLink t={t} photo={photo} />
              {mayBlur.photos && <BlurLink t={t} photo={photo} />}
              {identity.mayBeRead && <OriginalForm t={t} photoId={photo.id} />}
            </>
          )}
        />
      )}
      {proof.length > 0 && (
        <Pictures
          id="proof"
          title={t('photo.proof')}
          photos={proof}
          action={(photo) => (
            <>
              <OriginalLink t={t} photo={photo} />
              {mayBlur.proof && <BlurLink t={t} photo={photo} />}
            </>
          )}
        />
      )}
    </div>
  );

type PhotosProps = Pick<StoryProps, 't' | 'photos' | 'proof' | 'identity' | 'mayBlur'>;

/** What is not there to be seen has nothing to blur. */
const BlurLink = ({ t, photo: { id, isReady, alt } }: { readonly t: Text; readonly photo: StoryPhotoItem }) =>
  !isReady ? null : (
    <p>
      <a href={`/petugas/foto/${id}/kabur`} aria-label={`${t('photo.blur.link')}: ${alt}`}>
        {t('photo.blur.link')}
      </a>
    </p>
  );

type PicturesProps = Pick<PhotoStripProps<StoryPhotoItem>, 'photos' | 'action'> & {
  readonly id: string;
  readonly title: string;
};

const Pictures = ({ id, title, photos, action }: PicturesProps) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    <PhotoStrip label={title} photos={photos} action={action} />
  </section>
);

/** Everything else that is known. */
export const Story = (props: StoryProps) => {
  const { t, facts, clocks, promises, assignments, undelivered, history } = props;
  return (
    <div>
      <h2>{t('staff.report.about')}</h2>
      <DefinitionList items={facts} />
      <h2>{t('staff.report.clocks')}</h2>
      <Clocks t={t} clocks={clocks} />
      {promises.length > 0 && <Promises t={t} promises={promises} />}
      {assignments.length > 0 && <Assignments t={t} assignments={assignments} />}
      <Identity t={t} {...props.identity} />
      {undelivered !== null && <p class="quiet">{undelivered}</p>}
      <h2>{t('staff.report.history')}</h2>
      <History t={t} label={t('staff.report.history')} items={history} />
    </div>
  );
};

const Said = ({ t, title, description }: StoryProps['said'] & { readonly t: Text }) => (
  <section aria-labelledby="said">
    <h2 id="said">{t('staff.report.content')}</h2>
    {title !== null && (
      <p>
        <strong>{title}</strong>
      </p>
    )}
    {description === null ? (
      <p class="quiet">{t('staff.report.erased')}</p>
    ) : (
      <blockquote class="words">{description}</blockquote>
    )}
  </section>
);

const Published = ({ t, title, description, answer, how }: StoryProps['published'] & { readonly t: Text }) => (
  <section aria-labelledby="published">
    <h2 id="published">{t('staff.report.publicText')}</h2>
    <p class="quiet">{how}</p>
    {title !== null && (
      <p>
        <strong>{title}</strong>
      </p>
    )}
    {description !== null && <blockquote class="words">{description}</blockquote>}
    {answer !== null && (
      <>
        <p class="quiet">{t('staff.report.answerPublic')}</p>
        <blockquote class="words">{answer}</blockquote>
      </>
    )}
  </section>
);

const Promises = ({ t, promises }: { readonly t: Text; readonly promises: StoryProps['promises'] }) => (
  <>
    <h3>{t('promises.given.title')}</h3>
    <ul>
      {promises.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </>
);

const Assignments = ({ t, assignments }: { readonly t: Text; readonly assignments: StoryProps['assignments'] }) => (
  <>
    <h2>{t('staff.report.assignments')}</h2>
    <ul>
      {assignments.map((one) => (
        <li key={one.id}>
          {one.who}, {one.what}
        </li>
      ))}
    </ul>
  </>
);
