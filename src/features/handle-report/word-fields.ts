import { lastPromisedDay } from '../../domain/carries.ts';
import { approvalChecks, reasonsOf, type ReasonedMove } from '../../domain/reasons.ts';
import type { TextKey } from '../../ui/texts/text.ts';
import { typedOr, type Maker, type Making, type Name } from './making.ts';
import type { MoveField } from './move-form.view.tsx';
import { reasonWords } from './reason-words.ts';

export function maybe(maker: Maker): Maker {
  return (making) => {
    const field = maker(making);
    return field === null ? null : { ...field, isOptional: true };
  };
}

export function words(label: TextKey, rows = 5): Maker {
  return (making) => ({
    as: 'words',
    name: 'message',
    label: making.t(label),
    rows,
    value: typedOr(making, 'message', ''),
  });
}

export function line(name: Name, label: TextKey): Maker {
  return (making) => ({ as: 'line', name, label: making.t(label), value: typedOr(making, name, ''), isOptional: true });
}

/** A rejection that waits for its second pair of eyes offers the reason it was proposed with. */
export function reason(move: ReasonedMove): (making: Making) => MoveField {
  return (making) => {
    const proposed =
      move === 'reject'
        ? making.story.events.findLast((event) => event.kind === 'reject_proposed')?.payload['reason']
        : undefined;
    return {
      as: 'select',
      name: 'reason',
      label: making.t('staff.field.reason'),
      options: reasonsOf(move).map((code) => ({ value: code, label: reasonWords(making.language, move, code) })),
      empty: making.t('staff.field.reasonNone'),
      value: typedOr(making, 'reason', typeof proposed === 'string' ? proposed : ''),
    };
  };
}

export function until(making: Making): MoveField {
  const { t, today } = making;
  return {
    as: 'date',
    name: 'until',
    label: t('staff.field.until'),
    hint: t('staff.field.untilHint'),
    min: today,
    max: lastPromisedDay(today),
    value: typedOr(making, 'until', ''),
  };
}

export function answer(making: Making): MoveField {
  const { t } = making;
  return {
    as: 'words',
    name: 'message',
    label: t('staff.field.answer'),
    hint: t('staff.field.answerHint'),
    rows: 8,
    value: typedOr(making, 'message', ''),
  };
}

/** What a validator says to have seen. No rule demands any of it (`approve` takes an empty list), and the form says so. */
export function checks({ t, typed }: Making): MoveField {
  const options = approvalChecks.map((check) => ({ value: check, label: t(`staff.check.${check}`) }));
  return {
    as: 'checks',
    name: 'checks',
    label: t('staff.field.checks'),
    hint: t('staff.field.checksHint'),
    isOptional: true,
    options,
    value: '',
    values: typed?.checks ?? [],
  };
}

export function reference(making: Making): MoveField {
  return {
    as: 'words',
    name: 'reference',
    label: making.t('staff.field.reference'),
    rows: 4,
    value: typedOr(making, 'reference', ''),
  };
}

export function primary(making: Making): MoveField {
  const { t } = making;
  return {
    as: 'line',
    name: 'primary',
    label: t('staff.field.primary'),
    hint: t('staff.field.primaryHint'),
    isCode: true,
    value: typedOr(making, 'primary', ''),
  };
}
