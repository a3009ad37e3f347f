import { inTheWay, type ReadinessFacts, type ReadinessState } from '../../domain/readiness.ts';
import { formatStamp } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { KeptMark } from '../../store/readiness.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { readinessWords } from '../../ui/readiness-words.ts';
import type { Readiness } from './read-readiness.ts';
import type { ReadinessProps, ShownItem } from './readiness.view.tsx';

/** Rows in, words out: what stands in the way first, then what is advised, then what is done. */
export const readinessProps = (
  frame: PageFrame,
  tenant: Tenant,
  { facts, states, marks }: Readiness,
): Omit<ReadinessProps, 'done' | 'needsReason'> => {
  const said = (item: string) => saidOf(frame, tenant, marks, item);
  const shown = (list: readonly ReadinessState[]): readonly ShownItem[] =>
    list.map((state) => itemOf(frame, facts, state, said(state.key)));
  return {
    frame,
    isOpen: tenant.isOpen,
    opened: said('opened'),
    missing: shown(inTheWay(states)),
    advised: shown(states.filter(({ blocks, isDone }) => !blocks && !isDone)),
    finished: shown(states.filter(({ isDone }) => isDone)),
  };
};

const itemOf = (
  { t }: PageFrame,
  facts: ReadinessFacts,
  { key, isDone, isSaid }: ReadinessState,
  said: string | null,
): ShownItem => ({
  ...readinessWords(t, key, facts),
  key,
  said,
  action: isSaid ? (isDone ? 'undo' : 'confirm') : null,
});

/** Who said it when, and what they added. */
const saidOf = (
  { t, language }: PageFrame,
  { zone }: Tenant,
  marks: readonly KeptMark[],
  item: string,
): string | null => {
  const mark = marks.find((candidate) => candidate.item === item);
  if (mark === undefined) return null;
  const moment = formatStamp(mark.markedAt.toISOString(), zone, language);
  const who = mark.post ?? t('readiness.byCommand');
  const said = t(mark.isConfirmed ? 'readiness.saidYes' : 'readiness.saidNo', { who, moment });
  return mark.note === '' ? said : `${said}: ${mark.note}`;
};
