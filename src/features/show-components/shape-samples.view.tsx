import { Icon, iconNames } from '../../ui/icon.tsx';
import { PhotoStrip, RefusedPhotos } from '../../ui/photo-strip.tsx';
import { Steps } from '../../ui/steps.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Sample, type SamplesProps } from './sample.view.tsx';

/** What is seen before it is read: drawings, pictures, the ways about. */
export const ShapeSamples = ({ frame }: SamplesProps) => (
  <>
    <Sample frame={frame} part="icons">
      <ul class="links plain-list">
        {iconNames.map((name) => (
          <li key={name}>
            <Icon name={name} /> {name}
          </li>
        ))}
      </ul>
    </Sample>
    <Sample frame={frame} part="ways">
      <Ways frame={frame} />
    </Sample>
    <Sample frame={frame} part="photos">
      <Photos frame={frame} />
    </Sample>
  </>
);

const Ways = ({ frame: { t } }: SamplesProps) => (
  <>
    <Tabs
      label={t('components.ways')}
      tabs={[
        { href: '#ways', label: t('components.sample.first'), isCurrent: true },
        { href: '#lists', label: t('components.sample.second') },
      ]}
    />
    <Steps items={[t('components.sample.first'), t('components.sample.text'), t('components.sample.second')]} />
    <section class="card" aria-labelledby="card-title">
      <h3 id="card-title">{t('components.sample.title')}</h3>
      <p>{t('components.sample.text')}</p>
    </section>
  </>
);

/** Worked on, unreadable; and files that were not taken. Pictures themselves come from this site alone, and it has none of its own. */
const Photos = ({ frame: { t } }: SamplesProps) => (
  <>
    <PhotoStrip
      label={t('components.photos')}
      photos={[
        { id: 'working', thumb: null, alt: t('photo.alt', { number: 1 }), notes: [t('photo.working')] },
        { id: 'broken', thumb: null, alt: t('photo.alt', { number: 2 }), notes: [t('photo.problem.broken')] },
      ]}
    />
    <RefusedPhotos t={t} photos={[{ name: 'jalan.tiff', words: t('photo.problem.not_a_picture') }]} />
  </>
);
