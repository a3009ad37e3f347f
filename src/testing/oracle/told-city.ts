import { randomUUID } from 'node:crypto';

import sharp from 'sharp';

import type { MoveCommand } from '../../domain/move.ts';
import { workOnPhoto } from '../../features/take-photos/jobs.ts';
import { multipartTo } from '../../features/take-photos/testing/multipart.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { FenceSite } from '../fences/fence-site.ts';
import { fileSample, moved, readCity } from '../report-life.ts';
import { workOnPicture } from '../work-on-picture.ts';
import { pictureMark, sayingsOf, type Marks, type Sayings } from './marks.ts';
import { fields, kinds, type Field, type Kind } from './who-sees-what.ts';

export type Told = {
  readonly kind: Kind;
  readonly number: string;
  readonly reportId: string;
  readonly claimCode: string;
  readonly photoId: string | null;
  readonly says: Sayings;
};

type Telling = {
  readonly kind: Kind;
  /** Which report of the test it is: no two say the same. */
  readonly nth: number;
  readonly withPhoto: boolean;
  /** Into which report it is merged, where it is. */
  readonly primaryId?: string | undefined;
};

export type HowMany = {
  readonly perKind: number;
  /** The number of the first among all that the test tells. */
  readonly from: number;
  /** Kinds whose first report has a picture. */
  readonly withPhotos?: readonly Kind[];
  /** All, when absent. */
  readonly ofKinds?: readonly Kind[];
};

/** A city with so many reports of each kind, the first of each with a picture. */
export const tellCity = async (
  site: FenceSite,
  city: Tenant,
  marks: Marks,
  { perKind, from, withPhotos = kinds, ofKinds = kinds }: HowMany,
): Promise<readonly Told[]> => {
  const told: Told[] = [];
  for (const kind of ofKinds)
    for (let at = 0; at < perKind; at++) {
      const primaries = told.filter((one) => one.kind === 'primary');
      told.push(
        await tell(site, city, marks, {
          kind,
          nth: from + told.length,
          withPhoto: at === 0 && withPhotos.includes(kind),
          primaryId: primaries[at]?.reportId,
        }),
      );
    }
  return told;
};

/** Files one report and brings it where its kind stands, by the moves that people make; what it says joins the marks. */
const tell = async (site: FenceSite, city: Tenant, marks: Marks, telling: Telling): Promise<Told> => {
  const { kind, nth, withPhoto } = telling;
  const says = sayingsOf(nth);
  const nonce = randomUUID();
  const photoId = withPhoto ? await sendPicture(site, city, nonce, says) : null;
  const filed = await fileSample(site.laksa, city, {
    nonce,
    title: says.title,
    description: `${says.description} di depan sekolah`,
    place: says.place,
    latitude: -Number(says.coordinates),
    isAnonymous: kind === 'anonymous',
    isSecret: kind === 'secret',
    identity: { name: says.name, phone: `+${says.phone}`, email: `${says.email}@example.org` },
    subject: { name: says.subject },
  });
  const { number, reportId, claimCode } = filed;
  const mark = { city: city.slug, number, kind };
  if (photoId !== null) marks.set(pictureMark(photoId), { ...mark, field: 'picture' });
  for (const field of saidBy(kind, withPhoto)) if (field !== 'picture') marks.set(says[field], { ...mark, field });
  for (const { by, command } of await stepsOf(site, city, { ...telling, says, photoId }))
    await moved(site.laksa, city, { number, by, command });
  return { kind, number, reportId, claimCode: claimCode ?? '', photoId, says };
};

/** What a report of this kind has come to say; what has not been said can be on no page. */
const saidBy = (kind: Kind, withPhoto: boolean): readonly Field[] =>
  fields.filter((field) => {
    if (field === 'exif' || field === 'fileName') return withPhoto;
    if (field === 'answer') return isAnswered(kind);
    if (field === 'accept') return !['hidden', 'berkadar', 'merged'].includes(kind);
    const laterWords: readonly Field[] = [
      'publicTitle',
      'publicDescription',
      'question',
      'info',
      'officerMessage',
      'reporterMessage',
      'note',
    ];
    return kind !== 'hidden' || !laterWords.includes(field);
  });

const isAnswered = (kind: Kind): boolean => kind === 'public' || kind === 'anonymous';

type Step = { readonly by: string | { readonly kind: 'reporter' }; readonly command: MoveCommand };
type Life = Telling & Pick<Told, 'says' | 'photoId'>;

const stepsOf = async ({ laksa }: FenceSite, city: Tenant, life: Life): Promise<readonly Step[]> => {
  if (life.kind === 'hidden') return [];
  const { categories, posts } = await readCity(laksa, city);
  const officer = posts.find(({ slug }) => slug === 'petugas-pupr');
  const categoryId = categories.find(({ slug }) => slug === 'lampu-jalan')?.id ?? '';
  const assign = { move: 'assign', postId: officer?.id ?? '', agencyId: officer?.agencyId ?? '' } as const;
  return [...verified(life, categoryId), ...worked(life, assign), ...written(life), ...ended(life)];
};

const reporter = { kind: 'reporter' } as const;

const verified = ({ kind, says, photoId }: Life, categoryId: string): readonly Step[] => [
  { by: 'verifikator', command: { move: 'ask_reporter', reason: 'place_unclear', message: says.question } },
  { by: reporter, command: { move: 'provide_info', message: says.info } },
  {
    by: 'verifikator',
    command: {
      move: 'verify',
      class: kind === 'berkadar' ? 'berkadar' : 'complaint',
      categoryId,
      publish: {
        title: says.publicTitle,
        description: says.publicDescription,
        photos: photoId === null ? [] : [photoId],
      },
    },
  },
];

const worked = ({ kind, says }: Life, assign: MoveCommand): readonly Step[] => {
  if (kind === 'berkadar' || kind === 'merged') return [];
  return [
    { by: 'koordinator', command: assign },
    { by: 'petugas-pupr', command: { move: 'accept', message: says.accept } },
  ];
};

const written = ({ kind, says }: Life): readonly Step[] => {
  const desk = kind === 'berkadar' ? 'inspektorat' : kind === 'merged' ? 'koordinator' : 'petugas-pupr';
  return [
    { by: desk, command: { move: 'message', message: says.officerMessage } },
    { by: reporter, command: { move: 'message', message: says.reporterMessage } },
    { by: desk, command: { move: 'note', message: says.note } },
  ];
};

const ended = ({ kind, says, primaryId }: Life): readonly Step[] => {
  if (isAnswered(kind))
    return [
      { by: 'petugas-pupr', command: { move: 'answer', message: says.answer, proof: [] } },
      { by: 'validator', command: { move: 'approve', checks: ['question_answered'] } },
    ];
  const shown = { withdrawn: 'withdrawn_from_public', titleOnly: 'title_only' } as const;
  if (kind === 'withdrawn' || kind === 'titleOnly')
    return [{ by: 'verifikator', command: { move: 'mask', publication: shown[kind], reason: 'personal_data' } }];
  if (kind === 'merged') return [{ by: 'verifikator', command: { move: 'merge', primaryId: primaryId ?? '' } }];
  return [];
};

/** A small picture whose name and inside say words of their own, worked on already. */
const sendPicture = async (site: FenceSite, city: Tenant, nonce: string, says: Sayings): Promise<string> => {
  const value = await sharp({ create: { width: 64, height: 48, channels: 3, background: `#${says.phone.slice(-6)}` } })
    .jpeg()
    .withExif({ IFD0: { ImageDescription: says.exif, Artist: says.exif } })
    .toBuffer();
  const answer = await site.app.inject(
    multipartTo(city, '/lapor/foto', [
      { name: 'nonce', value: nonce },
      { name: 'photo', value, file: `${says.fileName}.jpg` },
    ]),
  );
  const { id } = answer.json();
  await workOnPhoto({ ...site.laksa, workOnPicture }, { tenantId: city.id, id });
  return id;
};
