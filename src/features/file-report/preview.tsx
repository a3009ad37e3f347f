import { showNumber } from '../../domain/report-number.ts';
import { formatDate } from '../../platform/i18n/format.ts';
import type { City } from '../../store/city.ts';
import type { LikelySame } from '../../store/likely-same.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import type { CheckedFields } from './check-fields.ts';
import { PreviewPage, type ReportSummary } from './preview.view.tsx';
import type { ReportFields } from './report-fields.view.tsx';

type Previewed = {
  readonly city: City;
  readonly value: CheckedFields;
  readonly fields: ReportFields;
  readonly nonce: string;
  readonly isDanger: boolean;
  readonly same: readonly LikelySame[];
};

/** What will be stored, shown before it is; the whole form travels along in hidden fields. */
export const previewOf = (frame: PageFrame, { city, value, fields, nonce, isDanger, same }: Previewed): string =>
  renderDocument(
    <PreviewPage
      frame={frame}
      summary={summaryOf(frame, city, value)}
      isAnonymous={value.isAnonymous}
      isSecret={value.isSecret}
      isDanger={isDanger}
      same={same.map((one) => sameProps(frame, one))}
      hidden={{ ...fields, anonymous: fields.anonymous ? '1' : '', secret: fields.secret ? '1' : '', nonce }}
    />,
  );

const sameProps = ({ t }: PageFrame, { number, state }: LikelySame) => ({
  href: `/laporan/${number}`,
  words: t('fileReport.preview.sameOf', { number: showNumber(number), state: t(`state.report.${state}`) }),
});

const summaryOf = ({ t, language }: PageFrame, city: City, value: CheckedFields): ReportSummary => {
  const village = city.villages.find(({ code }) => code === value.villageCode);
  const { latitude, longitude, occurredOn, identity } = value;
  return {
    kind: t(`state.kind.${value.kind}`),
    title: value.title,
    description: value.description,
    category:
      city.categories.find(({ id }) => id === value.categoryId)?.name[language] ?? t('fileReport.field.categoryNone'),
    // A day without an hour is the same day in every zone when it is read in its own.
    occurredOn: occurredOn === null ? null : formatDate(`${occurredOn}T00:00:00Z`, 'UTC', language),
    village: village === undefined ? null : `${village.name}, ${village.districtName}`,
    place: value.place,
    coordinates: latitude === null || longitude === null ? null : `${latitude}, ${longitude}`,
    name: identity.name ?? null,
    phone: identity.phone ?? null,
    email: identity.email ?? null,
  };
};
