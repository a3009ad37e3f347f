import type { FastifyReply } from 'fastify';

import { sendPage } from '../../platform/http/page.ts';
import { currentCity } from '../../store/current-city.ts';
import type { OfficeRefusal } from '../../store/office-refusal.ts';
import type { HandoverRefusal } from '../../store/post-handover.ts';
import { namedProblem } from '../../ui/error-summary.tsx';
import { renderDocument } from '../../ui/render.ts';
import type { Text } from '../../ui/texts/text.ts';
import { nextField, nextValue, seenField, type Plan } from './handover-plan.ts';
import type { WorkOf } from './handover-queries.ts';
import { planLines, shownWork } from './handover-words.ts';
import { HandoverFormPage, HandoverPreviewPage } from './handover.view.tsx';
import type { KeepOfficesMeans } from './means.ts';
import { peopleOptions } from './people-options.ts';
import { personName, refusalWords, speakerOf, type People } from './words.ts';

type Form = {
  readonly of: WorkOf;
  readonly plan: Plan;
  /** The last day is none, or is over. */
  readonly isRefused?: boolean;
  readonly refusal?: OfficeRefusal | HandoverRefusal;
};

export const sendHandoverForm = async (
  laksa: KeepOfficesMeans,
  reply: FastifyReply,
  { of, plan, isRefused = false, refusal }: Form,
): Promise<FastifyReply> => {
  const { request } = reply;
  const frame = laksa.frame(request);
  const { t } = frame;
  const error = isRefused ? t('refusal.problem.in_the_past') : undefined;
  const ground = {
    speaker: speakerOf(frame, request.tenant),
    city: await currentCity(laksa, request.tenant),
    people: await peopleOptions(laksa, request),
  };
  const page = (
    <HandoverFormPage
      frame={frame}
      title={titleOf(t, of, plan, await peopleIn(laksa, of, plan))}
      hidden={hiddenOf(of, plan)}
      lastDay={'slug' in of ? null : { value: plan.lastDay, error }}
      works={plan.steps.map((step) => shownWork(ground, step))}
      problems={error === undefined ? [] : [problemOf(t, error)]}
      refused={refusal === undefined ? undefined : refusalWords(t, refusal)}
    />
  );
  return sendPage(reply, renderDocument(page), isRefused ? 422 : refusal === undefined ? 200 : 409);
};

export const sendHandoverPreview = async (
  laksa: KeepOfficesMeans,
  reply: FastifyReply,
  { of, plan }: Form,
): Promise<FastifyReply> => {
  const { request } = reply;
  const frame = laksa.frame(request);
  const { t } = frame;
  const lines = planLines(speakerOf(frame, request.tenant), await peopleIn(laksa, of, plan), plan);
  const nexts = plan.steps.map(({ work, next }) => [nextField(work), nextValue(next)]);
  const page = (
    <HandoverPreviewPage
      frame={frame}
      title={t('offices.handover.previewTitle')}
      hidden={{ ...hiddenOf(of, plan), lastDay: plan.lastDay, ...Object.fromEntries(nexts) }}
      lines={lines}
      refused={lines.length === 0 ? t('offices.handover.nothingChosen') : undefined}
    />
  );
  return sendPage(reply, renderDocument(page));
};

const problemOf = (t: Text, text: string) => ({
  field: 'lastDay',
  text,
  named: namedProblem(t('offices.handover.lastDay'), text),
});

/** The ids of what will be made travel along, so that it is made once; so do the marks of what was seen. */
const hiddenOf = (of: WorkOf, { steps }: Plan): Readonly<Record<string, string>> => ({
  ...('slug' in of ? { jabatan: of.slug } : { orang: of.userId }),
  ...Object.fromEntries(
    steps.flatMap(({ work, id, seen }) => [
      [`id.${work.post.slug}`, id],
      [seenField(work), seen === '' ? (work.span?.mark ?? '') : seen],
    ]),
  ),
});

const peopleIn = ({ sessions }: KeepOfficesMeans, of: WorkOf, { steps }: Plan): Promise<People> =>
  sessions.people([
    ...('userId' in of ? [of.userId] : []),
    ...steps.flatMap(({ next }) => (next.kind === 'person' ? [next.userId] : [])),
  ]);

const titleOf = (t: Text, of: WorkOf, { steps }: Plan, people: People): string => {
  const name = 'userId' in of ? personName(t, people, of.userId) : (steps[0]?.work.post.name ?? '');
  return t('offices.handover.of', { name });
};
