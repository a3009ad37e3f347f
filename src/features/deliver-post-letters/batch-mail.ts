import { createHash } from 'node:crypto';

import { isAtWork } from '../../domain/post-notices.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import { letterNamed } from '../../platform/mail/letter-name.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { City } from '../../store/city.ts';
import { isUrgent, reportOf } from './batch.ts';
import { renderPostLetter, type LetterItem } from './letter.ts';
import type { Moment, ReadyLetter } from './queries.ts';

type Batch = { readonly letters: readonly ReadyLetter[]; readonly moment: Moment };

/** Named by what it tells: after a crash between sending and marking, the repeat of the same news is the same letter. */
export const mailOf = (tenant: Tenant, city: City, { letters, moment }: Batch): Omit<Mail, 'to'> => {
  const [first] = letters;
  if (first === undefined) throw new Error('a letter tells of something');
  const isDigest = first.delivery === 'digest';
  const date = isDigest ? moment.digestAt : lastOf(letters);
  const rendered = renderPostLetter({
    city: tenant,
    language: first.language,
    isDigest,
    writtenAt: date.toISOString(),
    items: letters.map((letter) => itemOf(letter, city)),
  });
  return {
    ...rendered,
    ...letterNamed(tenant, `kabar-${nameOf(letters)}`, date),
  };
};

const lastOf = (letters: readonly ReadyLetter[]): Date =>
  new Date(Math.max(...letters.map(({ ready_at }) => ready_at.getTime())));

const nameOf = (letters: readonly ReadyLetter[]): string =>
  createHash('sha256')
    .update(letters.map(({ notice_id }) => notice_id).join(' '))
    .digest('hex')
    .slice(0, 20);

const itemOf = (letter: ReadyLetter, city: City): LetterItem => ({
  kind: letter.kind,
  number: letter.number,
  isConfidential: letter.is_secret || letter.class === 'berkadar',
  at: letter.at.toISOString(),
  category: city.categories.find(({ id }) => id === letter.category_id)?.name[letter.language] ?? null,
  village: city.villages.find(({ code }) => code === letter.village_code)?.name ?? null,
  clock: clockOf(letter, city),
});

/** Of a moment its own clock is told; of an event the earliest that runs, to whom it is their work or cannot wait. */
const clockOf = (letter: ReadyLetter, city: City): LetterItem['clock'] => {
  const { clock, due_at, next_clock, next_due_at } = letter;
  if (clock !== null && due_at !== null) return { kind: clock, due: due_at.toISOString() };
  if (next_clock === null || next_due_at === null) return null;
  const isTheirs = isAtWork(letter.post_id, reportOf(letter)) || isUrgent(letter, city);
  return isTheirs ? { kind: next_clock, due: next_due_at.toISOString() } : null;
};
