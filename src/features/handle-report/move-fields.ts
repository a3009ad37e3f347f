import { approvalChecks, reasons, type ReasonedMove } from '../../domain/reasons.ts';
import { classOf, publications, reportClasses } from '../../domain/report.ts';
import { mayBePublic } from '../../domain/publication.ts';
import type { Language } from '../../platform/i18n/language.ts';
import { ruleFor, type City, type NamedPost } from '../../store/city.ts';
import { shownParts, type MoveFields } from '../../store/move-command.ts';
import type { Text, TextKey } from '../../ui/texts/text.ts';
import type { StaffMove } from './form.ts';
import type { MoveField } from './move-form.view.tsx';
import type { Story } from './queries.ts';
import { reasonWords } from './reason-words.ts';

/** What the fields of a form are made from. */
export type Making = {
  readonly t: Text;
  readonly language: Language;
  readonly city: City;
  readonly story: Story;
  readonly post: NamedPost;
  /** Today in the city: `YYYY-MM-DD`. */
  readonly today: string;
  /** What was typed before it was refused. */
  readonly typed: MoveFields | null;
};

type Name = Exclude<keyof MoveFields, 'proof' | 'photos' | 'checks'>;
type Maker = (making: Making) => MoveField;

/** The fields of each move, under the names of the outside contract. */
export const moveFieldMakers: { readonly [Move in StaffMove]: readonly Maker[] } = {
  verify: [classField, category, village, publish, publishTitle, publishDescription],
  ask_reporter: [reason('ask_reporter'), words('staff.field.question')],
  provide_info: [words('staff.field.info')],
  reject: [reason('reject'), words('staff.field.message')],
  assign: [assignee],
  accept: [maybe(words('staff.field.message', 3))],
  return_to_coordinator: [reason('return_to_coordinator'), words('staff.field.returnMessage', 3), proposedOwner],
  postpone: [reason('postpone'), until, maybe(words('staff.field.message', 3))],
  answer: [answer],
  send_back: [reason('send_back'), words('staff.field.sendBackMessage')],
  approve: [checks],
  reopen: [reason('reopen'), words('staff.field.message')],
  uphold: [reason('uphold'), words('staff.field.message')],
  transfer: [reason('transfer'), line('authority', 'staff.field.outsideAuthority'), line('letter', 'staff.field.letter'), line('contact', 'staff.field.contact'), words('staff.field.message')],
  return_from_transfer: [reason('return_from_transfer'), maybe(words('staff.field.message', 3))],
  close: [reference, maybe(words('staff.field.message', 3))],
  merge: [primary],
  unmerge: [reason('unmerge'), maybe(words('staff.field.message', 3))],
  reclassify: [classField, categoryOrSame],
  relocate: [villageOrSame, maybe(line('place', 'staff.field.place'))],
  retitle: [title],
  mask: [publication, maskedDescription, withdrawalReason],
  note: [words('staff.field.note', 3)],
  message: [words('staff.field.message', 3)],
};

const typedOr = ({ typed }: Making, name: Name, otherwise: string): string => typed?.[name] ?? otherwise;

function maybe(maker: Maker): Maker {
  return (making) => ({ ...maker(making), isOptional: true });
}

function words(label: TextKey, rows = 5): Maker {
  return (making) => ({ as: 'words', name: 'message', label: making.t(label), rows, value: typedOr(making, 'message', '') });
}

function line(name: Name, label: TextKey): Maker {
  return (making) => ({ as: 'line', name, label: making.t(label), value: typedOr(making, name, ''), isOptional: true });
}

/** A rejection that waits for its second pair of eyes offers the reason it was proposed with. */
function reason(move: ReasonedMove): Maker {
  return (making) => {
    const proposed = move === 'reject' ? making.story.events.findLast((event) => event.kind === 'reject_proposed')?.payload['reason'] : undefined;
    return {
      as: 'select',
      name: 'reason',
      label: making.t('staff.field.reason'),
      options: reasonOptions(making.language, move),
      empty: making.t('staff.field.reasonNone'),
      value: typedOr(making, 'reason', typeof proposed === 'string' ? proposed : ''),
    };
  };
}

const reasonOptions = (language: Language, move: ReasonedMove) => reasons[move].map((code) => ({ value: code, label: reasonWords(language, move, code) }));

function classField(making: Making): MoveField {
  const { t, story } = making;
  return {
    as: 'radios',
    name: 'class',
    label: t('staff.field.class'),
    options: reportClasses.map((name) => ({ value: name, label: t(`state.class.${name}`), hint: name === 'berkadar' ? t('staff.field.classHint') : undefined })),
    value: typedOr(making, 'class', classOf(story)),
  };
}

function category(making: Making): MoveField {
  return { ...categoryField(making), empty: making.t('staff.field.categoryNone') };
}

function categoryOrSame(making: Making): MoveField {
  return { ...categoryField(making), empty: making.t('staff.field.categoryKeep') };
}

const categoryField = (making: Making) => {
  const { t, language, city, story } = making;
  const groups = Map.groupBy(city.categories, (one) => one.group);
  const options = [...groups.values()].map((own) => ({
    group: own[0]?.groupName[language] ?? '',
    options: own.map((one) => ({ value: one.slug, label: one.name[language] })),
  }));
  const now = city.categories.find((one) => one.id === story.categoryId)?.slug ?? '';
  return { as: 'select', name: 'category', label: t('staff.field.category'), options, value: typedOr(making, 'category', now) } satisfies MoveField;
};

function village(making: Making): MoveField {
  return { ...villageField(making), empty: making.t('staff.field.villageNone'), isOptional: true };
}

function villageOrSame(making: Making): MoveField {
  return { ...villageField(making), empty: making.t('staff.field.villageKeep') };
}

const villageField = (making: Making) => {
  const { t, city, story } = making;
  const districts = Map.groupBy(city.villages, (one) => one.districtName);
  const options = [...districts].map(([district, own]) => ({ group: district, options: own.map((one) => ({ value: one.code, label: one.name })) }));
  return { as: 'select', name: 'village', label: t('staff.field.village'), options, value: typedOr(making, 'village', story.villageCode ?? '') } satisfies MoveField;
};

/** What may not be public is not offered to be. */
function publish(making: Making): MoveField {
  const { t, story } = making;
  const parts = mayBePublic(story) ? shownParts : (['hidden'] as const);
  return {
    as: 'radios',
    name: 'publish',
    label: t('staff.field.publish'),
    options: parts.map((part) => ({ value: part, label: t(`staff.field.shown.${part}`) })),
    value: typedOr(making, 'publish', parts[0]),
  };
}

const said = ({ story }: Making, field: string): string => story.events[0]?.words[field] ?? '';

function publishTitle(making: Making): MoveField {
  return { as: 'line', name: 'publish_title', label: making.t('staff.field.title'), value: typedOr(making, 'publish_title', said(making, 'title')), isOptional: true };
}

function publishDescription(making: Making): MoveField {
  const { t } = making;
  const value = typedOr(making, 'publish_description', said(making, 'description'));
  return { as: 'words', name: 'publish_description', label: t('staff.field.description'), hint: t('staff.field.descriptionHint'), rows: 8, value };
}

/** The coordinator chooses an agency, its head one of its posts; the rule's proposal is chosen beforehand. */
function assignee(making: Making): MoveField {
  const { t, city, story, post } = making;
  const rule = ruleFor(city, story.categoryId, story.villageCode);
  if (post.roles.some((role) => role === 'coordinator' || role === 'inspectorate')) {
    const proposed = city.agencies.find((agency) => agency.id === rule?.agencyId)?.slug ?? '';
    return { ...agencyField(making, 'agency', proposed), label: t('staff.field.agency'), empty: t('staff.field.agencyNone') };
  }
  const colleagues = city.posts.filter((one) => one.agencyId === post.agencyId);
  const options = colleagues.map((one) => ({ value: one.slug, label: one.name }));
  return { as: 'select', name: 'post', label: t('staff.field.post'), empty: t('staff.field.postNone'), options, value: typedOr(making, 'post', '') };
}

function proposedOwner(making: Making): MoveField {
  const { t } = making;
  return { ...agencyField(making, 'proposed_agency', ''), label: t('staff.field.owner'), empty: t('staff.field.ownerNone'), isOptional: true };
}

const agencyField = (making: Making, name: 'agency' | 'proposed_agency', proposed: string) =>
  ({ as: 'select', name, options: making.city.agencies.map((agency) => ({ value: agency.slug, label: agency.name })), value: typedOr(making, name, proposed) }) as const;

function until(making: Making): MoveField {
  const { t, today } = making;
  return { as: 'date', name: 'until', label: t('staff.field.until'), hint: t('staff.field.untilHint'), min: today, value: typedOr(making, 'until', '') };
}

function answer(making: Making): MoveField {
  const { t } = making;
  return { as: 'words', name: 'message', label: t('staff.field.answer'), hint: t('staff.field.answerHint'), rows: 8, value: typedOr(making, 'message', '') };
}

function checks({ t, typed }: Making): MoveField {
  const options = approvalChecks.map((check) => ({ value: check, label: t(`staff.check.${check}`) }));
  return { as: 'checks', name: 'checks', label: t('staff.field.checks'), options, value: '', values: typed?.checks ?? [] };
}

function reference(making: Making): MoveField {
  return { as: 'words', name: 'reference', label: making.t('staff.field.reference'), rows: 4, value: typedOr(making, 'reference', '') };
}

function primary(making: Making): MoveField {
  const { t } = making;
  return { as: 'line', name: 'primary', label: t('staff.field.primary'), hint: t('staff.field.primaryHint'), isCode: true, value: typedOr(making, 'primary', '') };
}

function title(making: Making): MoveField {
  return { as: 'line', name: 'title', label: making.t('staff.field.title'), value: typedOr(making, 'title', making.story.publicTitle ?? said(making, 'title')) };
}

function publication(making: Making): MoveField {
  const { t, story } = making;
  const offered = mayBePublic(story) ? publications : publications.filter((one) => one === 'hidden' || one === 'withdrawn_from_public');
  const options = offered.map((one) => ({ value: one, label: t(`staff.field.publications.${one}`) }));
  return { as: 'select', name: 'publication', label: t('staff.field.publication'), empty: t('staff.field.publicationKeep'), options, value: typedOr(making, 'publication', '') };
}

function maskedDescription(making: Making): MoveField {
  const { t, story } = making;
  const value = typedOr(making, 'description', story.publicDescription ?? '');
  return { as: 'words', name: 'description', label: t('staff.field.description'), hint: t('staff.field.descriptionHint'), rows: 8, value, isOptional: true };
}

function withdrawalReason(making: Making): MoveField {
  return { ...reason('mask')(making), label: making.t('staff.field.reasonMask'), isOptional: true };
}
