import { randomUUID } from 'node:crypto';

import type { Actor } from '../domain/actor.ts';
import { daysLater } from '../domain/calendar.ts';
import { expiringClocks, isRunning } from '../domain/clocks.ts';
import { movesFor } from '../domain/lifecycle.ts';
import type { MoveCommand, MoveName } from '../domain/move.ts';
import { reasonsOf } from '../domain/reasons.ts';
import type { Refusal } from '../domain/refusal.ts';
import { publications, reportClasses, type Report } from '../domain/report.ts';
import type { Result } from '../domain/result.ts';
import { localDay } from '../domain/time.ts';
import type { Tenant } from '../platform/tenant/tenant.ts';
import type { City } from '../store/city.ts';
import { fileOnce, type Filed, type Filing } from '../store/file-report.ts';
import type { Installation } from '../store/installation.ts';
import { makeMove, type MoveMade } from '../store/make-move.ts';

/** What a citizen could say, in words of the tests; name, address and whatever matters to a test come in `more`. */
export const sampleFiling = (more: Partial<Filing> = {}): Filing => ({
  kind: 'complaint',
  title: 'Jalan berlubang',
  description: 'Ada lubang besar di depan sekolah. Anak-anak jatuh.',
  place: 'depan SD',
  latitude: -6.1781,
  longitude: 106.63,
  categoryId: null,
  villageCode: null,
  occurredOn: '2026-11-20',
  isAnonymous: false,
  isSecret: false,
  identity: { name: 'Warga Contoh', email: 'warga@example.org' },
  language: 'id',
  channel: 'web',
  nonce: randomUUID(),
  actor: { kind: 'reporter' },
  ...more,
});

export const fileSample = async (laksa: Installation, city: Tenant, more: Partial<Filing> = {}): Promise<Filed> => {
  const filed = await fileOnce(laksa, city, sampleFiling(more));
  if (!filed.ok) throw new Error(`the sample was not filed: ${filed.refusal.kind}`);
  return filed.value;
};

export const readCity = (laksa: Installation, city: Tenant): Promise<City> =>
  laksa.database.inTenant(city.id, (tx) => laksa.cities.read(tx, city, laksa.clock.now()));

export type SampleMove = {
  readonly number: string;
  /** The slug of a post, or who is none. */
  readonly by: string | Actor;
  readonly command: MoveCommand;
  readonly version?: number;
};

/** One move in a transaction of its own, at the time of the city. */
export const moveSample = async (
  laksa: Installation,
  city: Tenant,
  { number, by, command, version }: SampleMove,
): Promise<Result<MoveMade, Refusal>> => {
  return laksa.database.inTenant(city.id, async (tx) => {
    const read = await laksa.cities.read(tx, city, laksa.clock.now());
    return makeMove(tx, {
      tenantId: city.id,
      city: read,
      report: { number },
      actor: typeof by === 'string' ? actorOf(read, by) : by,
      command,
      version,
      at: city.clock.now(),
      keyring: laksa.keyring,
    });
  });
};

const actorOf = (city: City, slug: string): Actor => {
  const post = city.posts.find((candidate) => candidate.slug === slug);
  if (post === undefined) throw new Error(`the city has no post ${slug}`);
  return { kind: 'post', post };
};

/** The same, and it must succeed. */
export const moved = async (laksa: Installation, city: Tenant, move: SampleMove): Promise<MoveMade> => {
  const made = await moveSample(laksa, city, move);
  if (!made.ok) throw new Error(`${move.command.move} refused: ${JSON.stringify(made.refusal)}`);
  return made.value;
};

const others = ['reporter', 'clock', 'authority'] as const;

/**
 * Every move that anybody could make of this report now, in a fixed order: a random life picks one of them. Some are refused for what they carry
 * (a merge into a report that is part of another): that belongs to life, too.
 */
export const possibleMoves = (
  report: Report,
  city: City,
  at: string,
  otherIds: readonly string[] = [],
): readonly { readonly actor: Actor; readonly command: MoveCommand }[] => {
  const policy = city.policies.get(report.policyVersion) ?? city.policy;
  const answeredBy = city.posts.find((post) => post.id === report.answeredByPostId) ?? null;
  const actors: readonly Actor[] = [
    ...city.posts.map((post) => ({ kind: 'post', post }) as const),
    ...others.map((kind) => ({ kind }) as const),
  ];
  return actors.flatMap((actor) =>
    movesFor(report, actor, { policy, answeredBy, at }).flatMap((move) => {
      const command = commandFor(move, report, city, { at, otherIds });
      return command === null ? [] : [{ actor, command }];
    }),
  );
};

const onward: readonly MoveName[] = [
  'verify',
  'assign',
  'accept',
  'answer',
  'approve',
  'send_back',
  'confirm',
  'dispute',
  'reopen',
  'uphold',
  'expire',
];

/**
 * One of them. Half of the choices lead on towards an answer, where there is a way, or few lives would come so far; among the rest every move is as
 * likely as any other: notes and messages, which nearly everyone may write, would else be most of a life.
 */
export const pickMove = <Option extends { readonly command: MoveCommand }>(
  options: readonly Option[],
  choice: number,
): Option | undefined => {
  const leading = options.filter(({ command }) => onward.includes(command.move));
  const open = choice % 2 === 0 && leading.length > 0 ? leading : options;
  const kinds = [...Map.groupBy(open, (option) => option.command.move).values()];
  const rest = Math.floor(choice / 2);
  const kind = kinds[rest % Math.max(kinds.length, 1)];
  return kind?.[Math.floor(rest / kinds.length) % kind.length];
};

/** A move as somebody would make it; which of several things it says follows from the report's version, so that a life can be told again. */
const commandFor = (
  move: MoveName,
  report: Report,
  city: City,
  { at, otherIds }: { readonly at: string; readonly otherIds: readonly string[] },
): MoveCommand | null => {
  const pick = <Thing>(things: readonly Thing[]): Thing | undefined =>
    things[report.version % Math.max(things.length, 1)];
  const reason = pick(reasonsOf(move)) ?? 'other';
  const message = `Kata-kata untuk ${move}, ke-${report.version}.`;
  const officers = city.posts.filter((post) => post.agencyId !== null);
  const officer = pick(officers);
  const primaryId = pick(otherIds.filter((id) => id !== report.id));
  const clockId = report.clocks.find(
    (clock) => isRunning(clock) && expiringClocks.some((kind) => kind === clock.kind),
  )?.id;
  const categoryId = pick(city.categories)?.id ?? '';
  switch (move) {
    case 'verify':
      return {
        move,
        class: pick(reportClasses) ?? 'complaint',
        categoryId,
        publish: { title: 'Jalan berlubang', description: 'Lubang besar.', photos: [] },
      };
    case 'assign':
      return officer?.agencyId ? { move, postId: officer.id, agencyId: officer.agencyId } : null;
    case 'answer':
      return { move, message, proof: [] };
    case 'postpone':
      return { move, reason, until: daysLater(localDay(at, city.calendar.zone), report.version % 9) };
    case 'expire':
      return clockId === undefined ? null : { move, clockId };
    case 'merge':
      return primaryId === undefined ? null : { move, primaryId };
    case 'reclassify':
      return { move, class: pick(reportClasses), categoryId };
    case 'relocate':
      return { move, villageCode: pick(city.villages)?.code, place: 'di seberang' };
    case 'mask':
      return { move, description: 'Kata yang disamarkan.', publication: pick(publications), reason };
    case 'confirm':
      return { move, rating: (report.version % 5) + 1 };
    case 'close':
      return { move, reference: 'Surat 12/2026' };
    case 'retitle':
      return { move, title: `Judul ke-${report.version}` };
    case 'unmerge':
    case 'return_from_transfer':
      return { move, reason };
    case 'accept':
    case 'withdraw':
      return { move, message };
    case 'approve':
      return { move, checks: ['question_answered'] };
    case 'correct':
      return { move, description: 'Kata-kata yang diperbaiki.' };
    case 'extend':
    case 'provide_info':
    case 'note':
    case 'message':
      return { move, message };
    default:
      return { move, reason, message };
  }
};
