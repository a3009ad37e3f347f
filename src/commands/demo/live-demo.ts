import { createHash } from 'node:crypto';

import { daysLater } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/actor.ts';
import { later, localDay, startOfDay } from '../../domain/time.ts';
import { createReminderSweep } from '../../features/sweep-clocks/remind.ts';
import { createClockSweep } from '../../features/sweep-clocks/sweep.ts';
import { createWatchSweep } from '../../features/sweep-clocks/watch.ts';
import type { PhotoWork } from '../../features/take-photos/jobs.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { City } from '../../store/city.ts';
import { fileOnce, type Filed } from '../../store/file-report.ts';
import type { Installation } from '../../store/installation.ts';
import { makeMove } from '../../store/make-move.ts';
import { moveFromFields } from '../../store/move-command.ts';
import { formStage, proofStage } from '../../store/photo-stage.ts';
import type { DemoReport, DemoStep } from './demo-report.ts';
import { demoReports } from './demo-reports.ts';
import { firstFiled, isDone, proofOf } from './done-so-far.ts';
import { stagePictures, type StagedPictures } from './stage-pictures.ts';
import { fieldsOf } from './step-fields.ts';

/** Something that happens at its moment: a report is filed, or its next step is made. */
type Moment = { readonly at: string; readonly report: DemoReport; readonly step: DemoStep | null };

type Stage = {
  readonly laksa: PhotoWork;
  readonly tenant: Tenant;
  readonly city: City;
  readonly filed: Map<string, Filed>;
  /** The photos of each report, by the key of the report. */
  readonly photos: Map<string, StagedPictures>;
};

const hourMs = 3_600_000;

/**
 * Lets the reports of the demonstration happen, in order, by the use cases of everybody else, each at its moment in the weeks before today, with the
 * sweeps between; `tell` hears how many are filed by now. Interrupted, it goes on: what was filed or done at a moment is not done again. Gives each report by its key.
 */
export const liveDemo = async (
  laksa: PhotoWork,
  tenant: Tenant,
  tell: (filed: number) => void = () => undefined,
): Promise<ReadonlyMap<string, Filed>> => {
  const city = await laksa.database.inTenant(tenant.id, (tx) => laksa.cities.read(tx, tenant, laksa.clock.now()));
  const first = await firstFiled(laksa, tenant);
  const today = localDay(
    first === null ? tenant.clock.now().toISOString() : later(first, longestAgo * 24 * hourMs),
    tenant.zone,
  );
  const sweep = sweeps(laksa, tenant);
  const stage: Stage = { laksa, tenant, city, filed: new Map(), photos: new Map() };
  for (const moment of momentsUntil(today, tenant.zone)) {
    await sweep(moment.at);
    await happen(stage, moment);
    if (moment.step === null) tell(stage.filed.size);
  }
  await sweep(tenant.clock.now().toISOString());
  return stage.filed;
};

/** The day on which the first of them is filed counts as so many days ago, also for a start that goes on with what another began. */
const longestAgo = Math.max(...demoReports.map(({ daysAgo }) => daysAgo));

const momentsUntil = (today: string, zone: string): readonly Moment[] =>
  demoReports
    .flatMap((report) => {
      const filedAt = later(startOfDay(daysLater(today, -report.daysAgo), zone), report.hour * hourMs);
      const steps = report.steps.map((step) => ({ at: later(filedAt, step.afterHours * hourMs), report, step }));
      return [{ at: filedAt, report, step: null }, ...steps];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));

/** The city as it is at a moment. */
const at = (tenant: Tenant, moment: string): Tenant => ({ ...tenant, clock: { now: () => new Date(moment) } });

/** What comes due between: told, reminded of and closed as it would have been. */
const sweeps = (laksa: Installation, tenant: Tenant) => {
  const all = [createWatchSweep(), createReminderSweep(), createClockSweep()];
  return async (moment: string): Promise<void> => {
    for (const sweep of all) while (await sweep(laksa, at(tenant, moment)));
  };
};

const happen = async (stage: Stage, { at: moment, report, step }: Moment): Promise<void> => {
  if (step === null) stage.filed.set(report.key, await file(stage, report, moment));
  else await make(stage, report, step, moment);
};

const file = async (stage: Stage, report: DemoReport, moment: string): Promise<Filed> => {
  const { laksa, tenant, city, photos } = stage;
  const { name, phone, email, filedBy } = report;
  const nonce = nonceOf(tenant, report.key);
  const form = formStage(laksa.keyring, tenant.id, nonce);
  photos.set(report.key, await stagePictures(laksa, form, { names: report.pictures ?? [], purpose: 'report', moment }));
  const made = await fileOnce(laksa, at(tenant, moment), {
    kind: report.kind,
    title: report.title ?? '',
    description: report.description,
    place: report.place ?? '',
    latitude: null,
    longitude: null,
    categoryId: city.categories.find(({ slug }) => slug === report.category)?.id ?? null,
    villageCode: report.village ?? null,
    occurredOn: null,
    isAnonymous: report.anonymous ?? false,
    isSecret: report.secret ?? false,
    identity: {
      ...(name === undefined ? {} : { name }),
      ...(phone === undefined ? {} : { phone }),
      ...(email === undefined ? {} : { email }),
    },
    language: 'id',
    channel: filedBy === undefined ? 'web' : 'counter',
    nonce,
    actor: filedBy === undefined ? { kind: 'reporter' } : actorOf(city, filedBy),
  });
  if (!made.ok) throw new Error(`the demonstration report ${report.key} was refused: ${made.refusal.kind}`);
  return made.value;
};

/** The same in every run: filed twice it is one report. */
const nonceOf = ({ id }: Tenant, key: string): string => {
  const hex = createHash('sha256').update(`${id} ${key}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
};

const actorOf = (city: City, by: string): Actor => {
  if (by === 'reporter') return { kind: 'reporter' };
  const post = city.posts.find(({ slug }) => slug === by);
  if (post === undefined) throw new Error(`the city has no post ${by}`);
  return { kind: 'post', post };
};

const make = async (stage: Stage, report: DemoReport, step: DemoStep, moment: string): Promise<void> => {
  const { laksa, tenant, city, filed } = stage;
  const reportId = idOf(filed, report.key);
  if (await isDone(laksa, tenant, { reportId, moment })) return;
  const named = {
    primaryId: step.move === 'merge' ? idOf(filed, step.primary) : undefined,
    photos: step.move === 'answer' ? await stageProof(stage, report, step, moment) : stage.photos.get(report.key),
    proof: step.move === 'approve' ? await proofOf(laksa, tenant, reportId) : [],
  };
  const command = moveFromFields(step.move, fieldsOf(step, localDay(moment, tenant.zone), named), city);
  if (!command.ok) throw new Error(`${report.key}: ${step.move} cannot be read: ${JSON.stringify(command.refusal)}`);
  const made = await laksa.database.inTenant(tenant.id, (tx) =>
    makeMove(tx, {
      tenantId: tenant.id,
      city,
      report: { id: reportId },
      actor: actorOf(city, step.by),
      command: command.value,
      at: new Date(moment),
      keyring: laksa.keyring,
    }),
  );
  if (!made.ok) throw new Error(`${report.key}: ${step.move} was refused: ${JSON.stringify(made.refusal)}`);
};

const stageProof = (
  { laksa, tenant, city, filed }: Stage,
  { key }: DemoReport,
  step: DemoStep & { readonly move: 'answer' },
  moment: string,
): Promise<StagedPictures> => {
  const actor = actorOf(city, step.by);
  const number = filed.get(key)?.number;
  if (actor.kind !== 'post' || number === undefined) throw new Error(`${key} is answered by nobody who could prove it`);
  const postId = actor.post.id;
  const under = proofStage(laksa.keyring, tenant.id, { number, postId });
  return stagePictures(laksa, under, { names: step.proof, purpose: 'proof', postId, moment });
};

const idOf = (filed: ReadonlyMap<string, Filed>, key: string): string => {
  const report = filed.get(key);
  if (report === undefined) throw new Error(`the demonstration has no report ${key} yet`);
  return report.reportId;
};
