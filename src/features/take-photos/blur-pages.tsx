import type { FastifyRequest } from 'fastify';

import { areSameBoxes, type BlurBox } from '../../domain/blur-box.ts';
import { showNumber } from '../../domain/report-number.ts';
import { isPhotoOutside } from '../../domain/shown-photos.ts';
import { formatMoment } from '../../platform/i18n/format.ts';
import type { PhotoBlur } from '../../store/photo-blur.ts';
import { blurState } from '../../ui/blur-state.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { uncoverAnswers, type BlurForm } from './blur-form.ts';
import { BlurPage } from './blur.view.tsx';
import type { TakePhotosMeans } from './means.ts';
import type { SeenPhoto } from './queries.ts';
import type { SavedBlur } from './saved-blurs.view.tsx';
import { UncoverPage } from './uncover.view.tsx';

/** A picture that may be drawn on, and every version of what was, the newest first. */
export type FoundPhoto = { readonly photo: SeenPhoto; readonly blurs: readonly PhotoBlur[] };

/** What a page of one picture is made from. */
type Reading = { readonly laksa: TakePhotosMeans; readonly request: FastifyRequest; readonly found: FoundPhoto };

export const blurPath = (id: string): string => `/petugas/foto/${id}/kabur`;

/** The version whose files are there; null: none, or not yet. */
export const readyVersion = ({ photo, blurs }: FoundPhoto): number | null =>
  photo.isBlurPending ? null : (blurs[0]?.version ?? null);

type Said = { readonly form?: BlurForm; readonly problem?: string; readonly isSaved?: boolean };

/** What was drawn and not saved stays on the page. */
export const blurPage = (reading: Reading, { form, problem, isSaved = false }: Said): string => {
  const { found } = reading;
  const { photo, blurs } = found;
  const ready = readyVersion(found);
  const boxes = blurs[0]?.boxes ?? [];
  const isOutside = isPhotoOutside(photo, photo);
  const { frame } = partsOf(reading);
  return renderDocument(
    <BlurPage
      {...partsOf(reading)}
      thumb={fileOf(photo, 'kecil')}
      outside={ready === null ? null : `${blurPath(photo.id)}/sedang?v=${ready}`}
      version={blurs[0]?.version ?? 0}
      boxes={form?.boxes ?? boxes}
      state={blurState(frame.t, { isOutside, isPending: photo.isBlurPending, boxes: boxes.length })}
      saved={savedBlurs(reading)}
      isSaved={isSaved}
      problem={problem ?? null}
    />,
  );
};

/** The question that stands before everyone sees what lies under these boxes. */
export const uncoverPage = (reading: Reading, form: BlurForm, uncovered: readonly BlurBox[]): string => {
  const saved = savedBlurs(reading);
  const [now = { version: 0, name: '', boxes: [] }] = saved;
  const back = saved.find(({ version }) => version === form.back) ?? null;
  return renderDocument(
    <UncoverPage
      {...partsOf(reading)}
      now={now}
      after={{ boxes: form.boxes, back }}
      uncovered={uncovered}
      answers={uncoverAnswers}
    />,
  );
};

const partsOf = ({ laksa, request, found: { photo } }: Reading) => {
  const { id, number } = photo;
  const path = blurPath(id);
  const frame = laksa.frame(request);
  return {
    frame: { ...withoutNews(frame), path },
    photo: fileOf(photo, 'sedang'),
    report: {
      href: `/petugas/laporan/${number}`,
      words: frame.t('staff.report.title', { number: showNumber(number) }),
    },
    action: path,
    isOutside: isPhotoOutside(photo, photo),
  };
};

/** What the installation lacks stands on every other page of officers; here the picture has its room. */
const withoutNews = ({ keepsLetters: _, staff, ...frame }: PageFrame): PageFrame =>
  staff === undefined ? frame : { ...frame, staff: { ...staff, missingYear: null } };

const fileOf = ({ id, size }: SeenPhoto, name: 'kecil' | 'sedang') => ({
  src: `/petugas/foto/${id}/${name}`,
  ...(size ?? { width: 1, height: 1 }),
});

/** The last of them is the picture before anybody drew on it. */
const savedBlurs = ({ laksa, request, found: { blurs } }: Reading): readonly SavedBlur[] => {
  const { tenant, language } = request;
  const { t } = laksa.frame(request);
  const now = tenant.clock.now().toISOString();
  const holding = blurs[0]?.boxes ?? [];
  const is = (boxes: readonly BlurBox[]) => (areSameBoxes(boxes, holding) ? 'same' : 'back');
  const saved = blurs.map(({ version, at, postName, boxes }, place): SavedBlur => {
    const when = formatMoment(at.toISOString(), tenant.zone, language, now);
    const name = t('photo.blur.version', { version, when, who: postName, count: boxes.length });
    return { version, name, boxes, is: place === 0 ? 'now' : is(boxes) };
  });
  return [...saved, { version: 0, name: t('photo.blur.start'), boxes: [], is: is([]) }];
};
