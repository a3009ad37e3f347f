import { showNumber } from '../../domain/report-number.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import type { City, Village } from '../../store/city.ts';
import type { Definition } from '../../ui/definition-list.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { RefusedPhotoProps } from '../../ui/photo-strip.tsx';
import { renderDocument } from '../../ui/render.ts';
import type { CheckedFields } from './check-fields.ts';
import { personalPieces, publicPieces } from './masked-words.ts';
import type { OwnPhoto } from './photo-field.view.tsx';
import { PreviewPage } from './preview.view.tsx';
import type { PublicSame } from './public-same.ts';
import type { PublicViewProps } from './public-view.view.tsx';
import { hiddenOf } from './report-fields.ts';
import type { ReportFields } from './report-fields.view.tsx';

export type Previewed = {
  readonly city: City;
  readonly value: CheckedFields;
  readonly fields: ReportFields;
  readonly nonce: string;
  readonly isDanger: boolean;
  readonly photos: readonly OwnPhoto[];
  readonly refusedPhotos: readonly RefusedPhotoProps[];
  readonly same: readonly PublicSame[];
  /** Kelurahan that the typed words may mean. */
  readonly meant: readonly Village[];
  readonly placeNotes: readonly string[];
  readonly usualTime: string | null;
};

/** What the public will read and what the offices will, before anything is stored; the whole form travels along in hidden fields. */
export const previewOf = (frame: PageFrame, previewed: Previewed): string => {
  const { value, fields, nonce, isDanger, same, meant, placeNotes, usualTime } = previewed;
  const villages = meant.length > 1 ? meant : [];
  return renderDocument(
    <PreviewPage
      frame={frame}
      publicView={value.isSecret ? null : publicViewOf(frame, previewed)}
      masked={personalPieces(fields)}
      villages={villages.map(({ code, name, districtName }) => ({ value: code, label: `${name}, ${districtName}` }))}
      placeNotes={placeNotes}
      kept={[...(value.isSecret ? aboutOf(frame, previewed) : []), ...keptOf(frame, value)]}
      reporter={reporterOf(value)}
      isAnonymous={value.isAnonymous}
      isDanger={isDanger}
      photos={previewed.photos}
      refusedPhotos={previewed.refusedPhotos}
      same={same.map((one) => sameProps(frame, one))}
      usualTime={usualTime}
      hidden={{ ...hiddenOf(fields, villages.length > 0 ? ['shown', 'village'] : ['shown']), nonce }}
    />,
  );
};

const sameProps = ({ t }: PageFrame, { number, state, title }: PublicSame) => {
  const shown = showNumber(number);
  return {
    number,
    shown,
    words: t('fileReport.preview.sameOf', { title, number: shown, state: t(`state.report.${state}`) }),
  };
};

const publicViewOf = (frame: PageFrame, previewed: Previewed): PublicViewProps => {
  const { value, fields } = previewed;
  return {
    title: publicPieces(value.title, fields.shown),
    description: publicPieces(value.description, fields.shown),
    facts: aboutOf(frame, previewed),
  };
};

/** What it is about and where: of a secret report the offices alone read even that. */
const aboutOf = ({ t, language }: PageFrame, { city, value }: Previewed): readonly Definition[] => {
  const village = city.villages.find(({ code }) => code === value.villageCode);
  const category = city.categories.find(({ id }) => id === value.categoryId);
  return [
    { term: t('fileReport.receipt.kind'), details: t(`state.kind.${value.kind}`) },
    { term: t('fileReport.field.category'), details: category?.name[language] ?? t('fileReport.field.categoryNone') },
    {
      term: t('fileReport.field.village_words'),
      details: village === undefined ? null : `${village.name}, ${village.districtName}`,
    },
  ];
};

/** Read by the offices alone. */
const keptOf = ({ t, language }: PageFrame, value: CheckedFields): readonly Definition[] => {
  const { latitude, longitude, occurredOn, identity, subject } = value;
  return [
    { term: t('fileReport.field.title'), details: value.isSecret ? value.title : null },
    { term: t('fileReport.group.story'), details: value.isSecret ? value.description : null },
    { term: t('fileReport.field.place'), details: value.place },
    {
      term: t('fileReport.coordinates'),
      details: latitude === null || longitude === null ? null : `${latitude}, ${longitude}`,
    },
    {
      term: t('fileReport.field.occurred_on'),
      // A day without an hour is the same day in every zone when it is read in its own.
      details: occurredOn === null ? null : formatDate(`${occurredOn}T00:00:00Z`, 'UTC', language),
    },
    { term: t('fileReport.field.name'), details: identity.name },
    { term: t('fileReport.field.phone'), details: identity.phone },
    { term: t('fileReport.field.email'), details: identity.email },
    {
      term: t('fileReport.preview.forOther'),
      details:
        subject == null
          ? null
          : [subject.name, subject.phone, subject.email].filter((part) => part !== undefined).join(', ') ||
            t('fileReport.receipt.nameless'),
    },
  ];
};

const reporterOf = ({ identity: { name, phone, email } }: CheckedFields) => ({
  name: name ?? null,
  phone: phone ?? null,
  email: email ?? null,
});
