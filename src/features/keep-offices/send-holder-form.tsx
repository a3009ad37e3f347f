import type { FastifyReply } from 'fastify';

import { lastMoment } from '../../domain/last-day.ts';
import { sendPage } from '../../platform/http/page.ts';
import { officeStatus, type OfficeRefusal } from '../../store/office-refusal.ts';
import { namedProblem } from '../../ui/error-summary.tsx';
import { renderDocument } from '../../ui/render.ts';
import type { Text } from '../../ui/texts/text.ts';
import { HolderFormPage, type HolderFormProps } from './holder-form.view.tsx';
import { postsPath, type KeepOfficesMeans } from './means.ts';
import type { FieldProblemShown } from './office-page.view.tsx';
import type { FoundPost } from './one-post.ts';
import { peopleOptions } from './people-options.ts';
import type { Span } from './post-queries.ts';
import type { HolderProblem } from './typed-holder.ts';
import { personName, refusalWords, speakerOf } from './words.ts';

type Form = Pick<HolderFormProps, 'typed' | 'hidden'> & {
  readonly found: FoundPost;
  /** Null: it is to be added. */
  readonly span: Span | null;
  readonly problems?: readonly HolderProblem[];
  readonly refusal?: OfficeRefusal;
};

export const sendHolderForm = async (
  laksa: KeepOfficesMeans,
  reply: FastifyReply,
  form: Form,
): Promise<FastifyReply> => {
  const { found, span, typed, hidden, problems = [], refusal } = form;
  const { request } = reply;
  const frame = laksa.frame(request);
  const { t } = frame;
  const path = `${postsPath}/${found.post.slug}`;
  const people = await laksa.sessions.people(span === null ? [] : [span.userId]);
  const isChanged = refusal?.kind === 'changed_meanwhile';
  const page = (
    <HolderFormPage
      frame={frame}
      title={
        span === null
          ? t('offices.holder.addTo', { post: found.post.name })
          : t('offices.holder.change', { person: personName(t, people, span.userId) })
      }
      above={{ href: path, label: found.post.name }}
      action={span === null ? `${path}/pemegang` : `${path}/pemegang/${span.id}`}
      typed={typed}
      hidden={hidden}
      people={span === null ? await peopleOptions(laksa, request) : null}
      problems={problems.map((problem) => shown(t, problem))}
      refused={refusal === undefined || isChanged ? undefined : refusalWords(t, refusal)}
      now={isChanged && span !== null ? nowOf(speakerOf(frame, request.tenant), span) : undefined}
    />
  );
  const status = refusal === undefined ? (problems.length > 0 ? 422 : 200) : officeStatus(refusal);
  return sendPage(reply, renderDocument(page), status);
};

const shown = (t: Text, { field, problem }: HolderProblem): FieldProblemShown => {
  const isOwn = problem === 'notAfter' || problem === 'actingNeedsEnd';
  const text = isOwn ? t(`offices.holder.${problem}`) : t(`refusal.problem.${problem}`);
  return { field, text, named: namedProblem(t(`offices.holder.${field}`), text) };
};

const nowOf = ({ t, day }: ReturnType<typeof speakerOf>, { until, acting }: Span) => [
  { term: t('offices.holder.until'), details: until === null ? t('offices.holder.noEnd') : day(lastMoment(until)) },
  { term: t('offices.holder.acting'), details: t(`offices.holder.${acting ?? 'own'}`) },
];
