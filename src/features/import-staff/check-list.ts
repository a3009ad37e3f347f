import { parseEmail } from '../../store/contact.ts';
import { officeOfLine, type LineOffice, type Offices, type OfficeSetting } from './check-offices.ts';
import { readDay } from './read-day.ts';
import type { CheckProblem, LineProblem } from './line-problem.ts';
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

export type LineStatus = 'new' | 'changed' | 'unchanged' | 'faulty';

export type CheckedLine = {
  readonly line: number;
  readonly status: LineStatus;
  readonly written: Pick<ListLine, 'jabatan' | 'nama' | 'email' | 'mulai' | 'sampai'>;
  /** What is not there yet, and this line is the first to name. */
  readonly makes: LineOffice['makes'];
  readonly problems: readonly LineProblem[];
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

export type Setting = OfficeSetting & { readonly known: readonly KnownSpan[]; readonly today: string };

export type CheckedList = Offices & { readonly lines: readonly CheckedLine[] };

/** Each line by itself, and against what there is; the same person twice in one post is a fault of the second line. */
export const checkList = (lines: readonly ListLine[], setting: Setting): CheckedList => {
  const planned: Offices = { agencies: [], posts: [] };
  const seen = new Set<string>();
  const checked = lines.map((line) => {
    const office = officeOfLine(line, setting, planned);
    const person = isPostAlone(line) ? null : readPerson(line, setting.today);
    const key = `${person?.address ?? ''} ${office.postId ?? ''}`;
    const isTwice = person?.address != null && office.postId !== null && seen.has(key);
    seen.add(key);
    const twice: readonly LineProblem[] = isTwice ? [{ column: 'email', problem: 'twice' }] : [];
    const problems = [...office.problems, ...(person?.problems ?? []), ...twice];
    const judged = problems.length > 0 ? faulty : judge(line, { person, office }, setting.known);
    return { ...judged, line: line.line, written: line, makes: office.makes, problems };
  });
  return { ...planned, lines: checked };
};

/** A line that names a post and its roles, and nobody. */
const isPostAlone = ({ peran, nama, email, mulai, sampai }: ListLine): boolean =>
  peran !== '' && [nama, email, mulai, sampai].every((cell) => cell === '');

type Person = ReturnType<typeof readPerson>;
type Judged = Pick<CheckedLine, 'status' | 'plan'>;

const faulty: Judged = { status: 'faulty', plan: null };
const unchanged: Judged = { status: 'unchanged', plan: null };
const longestName = 120;

const readPerson = (line: ListLine, today: string) => {
  const address = parseEmail(line.email);
  const [from, until] = [readDay(line.mulai), readDay(line.sampai)];
  const problems: LineProblem[] = [];
  const add = (column: Column, problem: CheckProblem, isWrong: boolean): void => {
    if (isWrong) problems.push({ column, problem });
  };
  add('nama', 'required', line.nama === '');
  add('nama', 'too_long', line.nama.length > longestName || /\p{Cc}/u.test(line.nama));
  add('email', line.email === '' ? 'required' : 'not_an_email', address === null);
  add('mulai', 'not_a_date', line.mulai !== '' && from === null);
  add('sampai', 'not_a_date', line.sampai !== '' && until === null);
  add('sampai', 'not_after', until !== null && until < (from ?? today) && until >= today);
  add('sampai', 'in_the_past', until !== null && until < today);
  return { address, from, until, problems };
};

type Read = { readonly person: Person | null; readonly office: LineOffice };

const judge = ({ nama }: ListLine, { person, office }: Read, known: readonly KnownSpan[]): Judged => {
  const { postId } = office;
  if (postId === null) return faulty;
  if (person === null) return office.makes.post === null ? unchanged : { status: 'new', plan: null };
  const { address, from, until } = person;
  if (address === null) return faulty;
  const planned = { name: nama, address, postId, from, until };
  const there = known.find((span) => span.address === address && span.postId === postId);
  if (there === undefined) return { status: 'new', plan: { ...planned, holderId: null } };
  if (there.until === until && (from === null || from === there.from)) return unchanged;
  if (there.holderId === null) return { status: 'new', plan: { ...planned, holderId: null } };
  // When somebody began is what it is; only the end of it is to be set.
  if (there.until === until) return unchanged;
  return { status: 'changed', plan: { ...planned, holderId: there.holderId } };
};
