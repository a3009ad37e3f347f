import type { Tenant } from '../../platform/tenant/tenant.ts';
import { fileSample, moved, readCity } from '../report-life.ts';
import type { FenceSite } from './fence-site.ts';

export const kinds = ['plain', 'hidden', 'anonymous', 'secret', 'berkadar'] as const;
export type Kind = (typeof kinds)[number];

/** What the reporter wrote, what posts and reporter wrote each other, what was put before the public, and who the reporter is. */
export const wordFields = [
  'title',
  'description',
  'place',
  'question',
  'info',
  'accept',
  'message',
  'note',
  'publictitle',
  'publicdescription',
  'name',
  'email',
] as const;
export type WordField = (typeof wordFields)[number];

export const wordIn = (kind: Kind, field: WordField): string => `kata${kind}${field}`;

export type ToldReport = { readonly number: string; readonly claimCode: string };

/** One report of each kind with a word of its own in every field; all but the hidden one are verified with words for the public, and in work where an agency works. */
export const fileToldReports = async (site: FenceSite, city: Tenant): Promise<ReadonlyMap<Kind, ToldReport>> => {
  const told = new Map<Kind, ToldReport>();
  for (const kind of kinds) told.set(kind, await fileTold(site, city, kind));
  return told;
};

const fileTold = async ({ laksa }: FenceSite, city: Tenant, kind: Kind): Promise<ToldReport> => {
  const word = (field: WordField): string => wordIn(kind, field);
  const { number, claimCode } = await fileSample(laksa, city, {
    title: word('title'),
    description: word('description'),
    place: word('place'),
    isAnonymous: kind === 'anonymous',
    isSecret: kind === 'secret',
    identity: { name: word('name'), email: `${word('email')}@example.org` },
  });
  if (kind !== 'hidden') await tellLife({ laksa }, city, { kind, number });
  return { number, claimCode: claimCode ?? '' };
};

const tellLife = async (
  { laksa }: Pick<FenceSite, 'laksa'>,
  city: Tenant,
  { kind, number }: { readonly kind: Kind; readonly number: string },
): Promise<void> => {
  const word = (field: WordField): string => wordIn(kind, field);
  const { categories, posts } = await readCity(laksa, city);
  const officer = posts.find(({ slug }) => slug === 'petugas-pupr');
  const categoryId = categories.find(({ slug }) => slug === 'lampu-jalan')?.id ?? '';
  const publish = { title: word('publictitle'), description: word('publicdescription'), photos: [] };
  const isBerkadar = kind === 'berkadar';
  const desk = isBerkadar ? 'inspektorat' : 'koordinator';
  await moved(laksa, city, {
    number,
    by: 'verifikator',
    command: { move: 'ask_reporter', reason: 'place_unclear', message: word('question') },
  });
  await moved(laksa, city, {
    number,
    by: { kind: 'reporter' },
    command: { move: 'provide_info', message: word('info') },
  });
  await moved(laksa, city, {
    number,
    by: 'verifikator',
    command: { move: 'verify', class: isBerkadar ? 'berkadar' : 'complaint', categoryId, publish },
  });
  if (!isBerkadar) {
    const assign = { move: 'assign', postId: officer?.id ?? '', agencyId: officer?.agencyId ?? '' } as const;
    await moved(laksa, city, { number, by: desk, command: assign });
    await moved(laksa, city, { number, by: 'petugas-pupr', command: { move: 'accept', message: word('accept') } });
  }
  await moved(laksa, city, { number, by: desk, command: { move: 'message', message: word('message') } });
  await moved(laksa, city, { number, by: desk, command: { move: 'note', message: word('note') } });
};
