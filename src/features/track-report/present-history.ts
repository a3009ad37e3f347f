import { reasons } from '../../domain/reasons.ts';
import { formatDate, formatMoment } from '../../platform/i18n/format.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { dueParts, movedWords, type ClockReader } from '../../ui/clock-words.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { TimelineItem } from '../../ui/timeline.tsx';
import type { OwnEvent } from './queries.ts';
import { innerKinds, reasonedKinds } from './reporter-events.ts';

/** What happened, in words for the person who reported it; `since`: only what came after that version. */
export const historyOf = (
  frame: PageFrame,
  tenant: Tenant,
  events: readonly OwnEvent[],
  since = 0,
): readonly TimelineItem[] =>
  events
    .filter(({ seq, kind }) => seq > since && !innerKinds.has(kind))
    .map((event) => itemOf(frame, tenant, event, events));

const itemOf = (frame: PageFrame, tenant: Tenant, event: OwnEvent, events: readonly OwnEvent[]): TimelineItem => {
  const { t, language } = frame;
  const iso = new Date(event.at).toISOString();
  return {
    at: { iso, words: formatMoment(iso, tenant.zone, language, tenant.clock.now().toISOString()) },
    title: titleOf(t, event),
    by: [byOf(t, event), detailsOf(frame, tenant, event)].filter((part) => part !== null).join(' · ') || undefined,
    text: wordsIn(event, events) ?? undefined,
  };
};

const titleOf = (t: Text, { kind, actor }: OwnEvent): string =>
  kind === 'message_sent'
    ? t(actor === 'reporter' ? 'trackReport.from.reporter' : 'trackReport.from.city')
    : t(`state.event.${kind}`);

const byOf = (t: Text, { kind, actor, post, agency }: OwnEvent): string | null => {
  if (kind === 'assigned') return agency;
  return actor === 'reporter' && kind !== 'message_sent' ? t('trackReport.from.reporter') : post;
};

/** The newest answer the reporter was given, of this report or of the one it is handled together with; null while there is none. */
export const answerIn = (events: readonly OwnEvent[]): string | null => {
  const given = events.findLast(({ kind }) => kind === 'approved' || kind === 'answer_shared');
  return given === undefined ? null : wordsIn(given, events);
};

/** The answer reaches the reporter when it is approved: then all its parts do, as they stood since the last time it was sent back. */
const wordsIn = (event: OwnEvent, events: readonly OwnEvent[]): string | null => {
  if (event.kind === 'answered' || event.kind === 'filed' || event.kind === 'corrected') return null;
  if (event.kind === 'approved') return approvedWords(event, events);
  const { message, reference, authority, contact } = event.words;
  return [authority, contact, reference, message].filter((part) => part !== undefined).join('\n') || null;
};

const approvedWords = ({ seq }: OwnEvent, events: readonly OwnEvent[]): string | null => {
  const before = events.filter((event) => event.seq < seq);
  const from = before.findLast(({ kind }) => kind === 'sent_back' || kind === 'reopened')?.seq ?? 0;
  return (
    before
      .flatMap(({ kind, seq: own, words }) => (kind === 'answered' && own > from ? [words['message']] : []))
      .join('\n\n') || null
  );
};

/** The listed reason, the promised day, the clock: what stands in the event itself. */
const detailsOf = ({ t, language }: PageFrame, tenant: Tenant, { kind, payload }: OwnEvent): string | null => {
  const { reason, until, clock, rating } = payload;
  const reader = { t, language, zone: tenant.zone, now: tenant.clock.now().toISOString() };
  const parts = [
    typeof reason === 'string' ? reasonWords(t, kind, reason) : null,
    typeof until === 'string' ? formatDate(`${until}T00:00:00Z`, 'UTC', language) : null,
    typeof clock === 'string' ? clockWords(t, clock) : null,
    dateWords(kind, payload, reader),
    typeof rating === 'number' ? t('trackReport.rated', { rating }) : null,
  ].filter((part) => part !== null);
  return parts.join(' · ') || null;
};

/** The date that an event gives a clock, with the one before it, or says once more. */
const dateWords = (
  kind: OwnEvent['kind'],
  { dueAt, before }: OwnEvent['payload'],
  reader: ClockReader,
): string | null => {
  if (typeof dueAt !== 'string') return null;
  if (typeof before === 'string') return movedWords({ dueAt, before }, reader);
  return kind === 'reminded' ? dueParts(dueAt, reader).due : null;
};

const reasonWords = (t: Text, kind: OwnEvent['kind'], code: string): string | null => {
  const move = kind in reasonedKinds ? reasonedKinds[kind as keyof typeof reasonedKinds] : null;
  if (move === null) return null;
  const listed: readonly string[] = reasons[move];
  return listed.includes(code) ? t(`reason.${move}.${code}` as Parameters<Text>[0]) : null;
};

const clockWords = (t: Text, clock: string): string => t(`state.clock.${clock}` as Parameters<Text>[0]);
