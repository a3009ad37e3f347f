import type { FastifyRequest } from 'fastify';

import { wordingPlaceholders, type WordingByLanguage } from '../../domain/letter-wording.ts';
import type { FieldProblem, Refusal } from '../../domain/refusal.ts';
import { formatStamp } from '../../platform/i18n/format.ts';
import { topicWords } from '../../ui/letter-topic.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { textFor, type Text } from '../../ui/texts/text.ts';
import { isWordingKey, wordedSteps, wordingKeys, wordingText, type WordingKey } from '../../ui/wording-keys.ts';
import type { PreviewLetter } from './means.ts';
import type { OverviewProps } from './overview.view.tsx';
import type { PublicExample, VersionRow } from './queries.ts';
import type { WordingFormProps } from './wording-form.view.tsx';

/** What a part of a letter is called. */
export const partName = (t: Text, part: WordingKey): string => {
  if (part === 'greeting' || part === 'signature') return t(`wording.part.${part}`);
  const kind = wordedSteps.find((one) => part === `happened.${one}`);
  if (kind === undefined) throw new Error(`a letter has no part ${part}`);
  return t(`state.event.${kind}`);
};

/** As it is said where the city says nothing, with its placeholders. */
const ownWords = (part: WordingKey, language: 'id' | 'en'): string =>
  textFor(language)(wordingText(part), { city: '{{city}}' });

export const overviewProps = (
  frame: PageFrame,
  { tenant, language }: FastifyRequest,
  versions: readonly VersionRow[],
  { saved = false, refusal }: { readonly saved?: boolean; readonly refusal?: Refusal },
): OverviewProps => {
  const { t } = frame;
  const words = versions[0]?.words ?? {};
  return {
    frame,
    saved,
    refused: refusal === undefined ? null : whyRefused(t, refusal),
    seen: String(versions[0]?.version ?? 0),
    parts: wordingKeys.map((part) => ({
      part,
      name: partName(t, part),
      id: words[part]?.id ?? ownWords(part, 'id'),
      en: words[part]?.en ?? ownWords(part, 'en'),
      isOwn: words[part] !== undefined,
    })),
    versions: versions.map(({ version, made_at, post, words: own }, index) => ({
      version: String(version),
      at: formatStamp(made_at.toISOString(), tenant.zone, language),
      post,
      what: changedParts(own, versions[index + 1]?.words ?? {}).map((part) => partName(t, part)),
      isNewest: index === 0,
    })),
  };
};

const whyRefused = (t: Text, refusal: Refusal): string => {
  const [first] = refusal.kind === 'incomplete' ? refusal.problems : [];
  return first === undefined ? t('wording.changedMeanwhile') : problemWords(t, first);
};

const problemWords = (t: Text, { problem }: FieldProblem): string => {
  if (problem === 'unknown') return t('wording.strange');
  return t(problem === 'not_allowed' ? 'wording.notPlain' : `refusal.problem.${problem}`);
};

const changedParts = (after: WordingByLanguage, before: WordingByLanguage): readonly WordingKey[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])]
    .filter(isWordingKey)
    .filter((part) => after[part]?.id !== before[part]?.id || after[part]?.en !== before[part]?.en);

export type TypedWording = {
  readonly part: WordingKey;
  readonly id: string;
  readonly en: string;
  readonly seen: string;
};

export const typedFrom = (part: WordingKey, versions: readonly VersionRow[]): TypedWording => {
  const own = versions[0]?.words[part];
  return { part, id: own?.id ?? '', en: own?.en ?? '', seen: String(versions[0]?.version ?? 0) };
};

/** The whole wording with this part as typed; what is left empty is said in our words. */
export const withTyped = (words: WordingByLanguage, { part, id, en }: TypedWording): WordingByLanguage => {
  const { [part]: _replaced, ...others } = words;
  const pair = { ...(id === '' ? {} : { id }), ...(en === '' ? {} : { en }) };
  return Object.keys(pair).length === 0 ? others : { ...others, [part]: pair };
};

export const formProps = (
  frame: PageFrame,
  typed: TypedWording,
  problems: readonly FieldProblem[] = [],
  isChanged = false,
): WordingFormProps => {
  const { t } = frame;
  const errorOf = (language: 'id' | 'en') => {
    const found = problems.find(({ field }) => field === `${typed.part}.${language}`);
    return found === undefined ? undefined : problemWords(t, found);
  };
  return {
    frame,
    ...typed,
    name: partName(t, typed.part),
    placeholders: wordingPlaceholders.map((name) => ({
      written: `{{${name}}}`,
      says: t(`wording.placeholder.${name}`),
    })),
    usual: { id: ownWords(typed.part, 'id'), en: ownWords(typed.part, 'en') },
    errors: { id: errorOf('id'), en: errorOf('en') },
    isChanged,
  };
};

type Example = { readonly typed: TypedWording; readonly wording: WordingByLanguage; readonly example: PublicExample };

/** The letters as they would go, in both languages. */
export const previews = (render: PreviewLetter, { tenant }: FastifyRequest, { typed, wording, example }: Example) =>
  (['id', 'en'] as const).map((language) => {
    const { next_clock: clock, next_due_at: due } = example;
    const answer = typed.part === 'happened.approved' ? example.answer : null;
    const letter = render(tenant, {
      part: typed.part,
      wording,
      language,
      number: example.number,
      words: answer ?? textFor(language)('wording.officersWords'),
      agency: example.agency,
      topic: topicWords(example.topic, language),
      next: clock === null || due === null ? null : { clock, due: due.toISOString() },
    });
    return { language, ...letter };
  });
