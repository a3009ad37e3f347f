import { z } from 'zod';

import { ruleFor, type Category, type City, type NamedPost } from '../../store/city.ts';
import type { Slip } from './citizen.ts';
import type { Crew } from './crew.ts';
import type { HttpClient } from './http-client.ts';
import { untilAnswered } from './retry.ts';

export type Life = {
  readonly http: HttpClient;
  readonly crew: Crew;
  readonly slip: Slip;
  readonly category: Category;
  /** Where it is, as the verifier says. */
  readonly village?: string | undefined;
  /** Who works on it. */
  readonly officer: NamedPost;
  /** What becomes public. Without a description nothing but the title does. */
  readonly title: string;
  readonly description?: string;
  /** What the reporter says at the end, where the life comes so far. */
  readonly rating?: number;
  readonly onRetry?: () => void;
};

type Step = { readonly key?: string | undefined; readonly body: Readonly<Record<string, unknown>> };

const answered = z.object({ state: z.string() });

/** More steps than a life has: one that goes in circles is told, not watched. */
const mostSteps = 12;

/**
 * Moves a report from wherever it stands to `closed`, or to the state it shall stop in, through the interface, each move by the post whose it is. A move whose answer was lost is not
 * guessed about: the state is read, and says what comes next.
 */
export const liveOn = async (life: Life, from = 'received', until = 'closed'): Promise<string> => {
  let state = from;
  for (let steps = 0; state !== until && steps < mostSteps; steps += 1) {
    const step = stepFrom(life, state);
    if (step === undefined) return state;
    state = await take(life, step, state);
  }
  return state;
};

/** The state a report is in, as a verifier reads it. */
export const stateOf = async ({ http, crew, slip, onRetry }: Life): Promise<string> => {
  const read = await untilAnswered(
    () => http.send({ path: `/api/v1/reports/${slip.number}`, headers: bearer(crew.verifier) }),
    onRetry,
  );
  if (read.status !== 200) throw new Error(`reading ${slip.number}: answered ${read.status}`);
  return answered.parse(JSON.parse(read.body)).state;
};

const take = async (life: Life, { key, body }: Step, before: string): Promise<string> => {
  const { http, slip, onRetry } = life;
  const path = `/api/v1/reports/${slip.number}/moves`;
  const headers = { 'content-type': 'application/json', ...bearer(key) };
  const made = await untilAnswered(
    () => http.send({ method: 'POST', path, headers, body: JSON.stringify(body) }),
    onRetry,
  );
  if (made.status === 200 || made.status === 201) return answered.parse(JSON.parse(made.body)).state;
  // Refused because it was made already, and only its answer was lost: then the report is further than it was.
  const now = made.status === 409 || made.status === 422 ? await stateOf(life) : before;
  if (now !== before) return now;
  throw new Error(`${String(body['move'])} on ${slip.number}: answered ${made.status} ${made.body.slice(0, 300)}`);
};

const bearer = (key: string | undefined): Readonly<Record<string, string>> =>
  key === undefined ? {} : { authorization: `Bearer ${key}` };

const stepFrom = (life: Life, state: string): Step | undefined => {
  const { crew, category, village, officer, slip, title, description, rating } = life;
  const officerKey = crew.officers.get(officer.slug);
  switch (state) {
    case 'received':
      return {
        key: crew.verifier,
        body: { move: 'verify', class: 'complaint', category: category.slug, village, publish: { title, description } },
      };
    case 'verified':
      return { key: crew.coordinator, body: { move: 'assign', post: officer.slug } };
    case 'assigned':
      return {
        key: officerKey,
        body: { move: 'accept', message: `Laporan Anda kami terima dan kami tangani: ${category.name.id}.` },
      };
    case 'in_progress':
      return {
        key: officerKey,
        body: {
          move: 'answer',
          message: 'Petugas kami sudah ke lokasi dan pekerjaan selesai. Terima kasih atas laporannya.',
        },
      };
    case 'answered':
      return { key: crew.validator, body: { move: 'approve' } };
    case 'resolved':
      return { body: { move: 'confirm', claim_code: slip.claimCode, rating } };
    default:
      return undefined;
  }
};

/** The post that a category's work goes to: by the city's rule, else the first officer. */
export const officerFor = (city: City, category: Category, villageCode: string | undefined): NamedPost => {
  const postId = ruleFor(city, category.id, villageCode ?? null)?.postId;
  const officers = city.posts.filter(({ roles }) => roles.includes('agency_officer'));
  const officer = officers.find(({ id }) => id === postId) ?? officers[0];
  if (officer === undefined) throw new Error('the city has no agency officer');
  return officer;
};
