import { parseEmail } from '../../store/contact.ts';
import type { NamedPost } from '../../store/city.ts';
import { readDay } from './read-day.ts';
import type { Column, ListLine } from './read-list.ts';

/** What is known of who holds, or is asked to hold, a post now or later; days as the city counts them, null where none is set. */
export type KnownSpan = {
  /** Of the holding; null: an invitation that is open. */
  readonly holderId: string | null;
  readonly address: string;
  readonly postId: string;
  readonly from: string;
  readonly until: string | null;
};

export type CheckProblem =
  | 'required'
  | 'too_long'
  | 'not_an_email'
  | 'unknown_post'
  | 'other_agency'
  | 'not_a_date'
  | 'not_after'
  | 'in_the_past'
  | 'twice';

export type LineStatus = 'new' | 'changed' | 'unchanged' | 'faulty';

export type CheckedLine = {
  readonly line: number;
  readonly status: LineStatus;
  readonly written: Pick<ListLine, 'jabatan' | 'nama' | 'email' | 'mulai' | 'sampai'>;
  readonly problems: readonly { readonly column: Column; readonly problem: CheckProblem }[];
  /** What is to be done; null where nothing is. */
  readonly plan: Planned | null;
};

/** `holderId` null: somebody is asked; else the end of what they hold is set. */
export type Planned = {
  readonly holderId: string | null;
  readonly name: string;
  readonly address: string;
  readonly postId: string;
  /** Null: from the moment it is brought in. */
  readonly from: string | null;
  readonly until: string | null;
};

export type Setting = {
  readonly posts: readonly NamedPost[];
  readonly agencies: readonly { readonly id: string; readonly name: string; readonly slug: string }[];
  readonly known: readonly KnownSpan[];
  readonly today: string;
};

/** Each line by itself, and against what there is; the same person twice in one post is a fault of the second line. */
export const checkList = (lines: readonly ListLine[], setting: Setting): readonly CheckedLine[] => {
  const seen = new Set<string>();
  return lines.map((line) => {
    const read = readLine(line, setting);
    const key = `${read.address ?? ''} ${read.post?.id ?? ''}`;
    const isTwice = read.address !== null && read.post !== undefined && seen.has(key);
    seen.add(key);
    const problems = isTwice ? [...read.problems, { column: 'email', problem: 'twice' } as const] : read.problems;
    return { ...statusOf(line, read, problems, setting), line: line.line, written: line, problems };
  });
};

type Read = ReturnType<typeof readLine>;
type Problems = CheckedLine['problems'];

const longestName = 120;

const readLine = (line: ListLine, { posts, agencies, today }: Setting) => {
  const address = parseEmail(line.email);
  const post = postNamed(line.jabatan, posts);
  const agency = agencies.find(({ id }) => id === post?.agencyId);
  const [from, until] = [readDay(line.mulai), readDay(line.sampai)];
  const problems: { column: Column; problem: CheckProblem }[] = [];
  const add = (column: Column, problem: CheckProblem, isWrong: boolean): void => {
    if (isWrong) problems.push({ column, problem });
  };
  add('instansi', 'other_agency', line.instansi !== '' && post !== undefined && !isNamed(line.instansi, agency));
  add('jabatan', line.jabatan === '' ? 'required' : 'unknown_post', post === undefined);
  add('nama', 'required', line.nama === '');
  add('nama', 'too_long', line.nama.length > longestName || /\p{Cc}/u.test(line.nama));
  add('email', line.email === '' ? 'required' : 'not_an_email', address === null);
  add('mulai', 'not_a_date', line.mulai !== '' && from === null);
  add('sampai', 'not_a_date', line.sampai !== '' && until === null);
  add('sampai', 'not_after', until !== null && until < (from ?? today) && until >= today);
  add('sampai', 'in_the_past', until !== null && until < today);
  return { address, post, from, until, problems };
};

const postNamed = (name: string, posts: readonly NamedPost[]): NamedPost | undefined =>
  posts.find((post) => isNamed(name, post));

const isNamed = (name: string, thing: { readonly name: string; readonly slug: string } | undefined): boolean =>
  thing !== undefined && [thing.name, thing.slug].some((known) => known.toLowerCase() === name.toLowerCase());

const statusOf = (
  line: ListLine,
  { address, post, from, until }: Read,
  problems: Problems,
  { known }: Setting,
): { readonly status: LineStatus; readonly plan: Planned | null } => {
  if (problems.length > 0 || address === null || post === undefined) return { status: 'faulty', plan: null };
  const planned = { name: line.nama, address, postId: post.id, from, until };
  const there = known.find((span) => span.address === address && span.postId === post.id);
  if (there === undefined) return { status: 'new', plan: { ...planned, holderId: null } };
  if (there.until === until && (from === null || from === there.from)) return { status: 'unchanged', plan: null };
  if (there.holderId === null) return { status: 'new', plan: { ...planned, holderId: null } };
  // When somebody began is what it is; only the end of it is to be set.
  if (there.until === until) return { status: 'unchanged', plan: null };
  return { status: 'changed', plan: { ...planned, holderId: there.holderId } };
};
