import { daysLater } from '../../domain/calendar.ts';
import type { MoveFields } from '../../store/move-fields.ts';
import type { DemoStep } from './demo-report.ts';

/** What a step names by a word, as the installation knows it. */
export type NamedInStep = {
  /** The report that it is merged into. */
  readonly primaryId?: string | undefined;
  /** Ids of pictures by their names. */
  readonly photos?: ReadonlyMap<string, string> | undefined;
  /** Ids of what its answers are proved with. All of it is drawn and shows nobody: whoever approves lets everyone see it. */
  readonly proof?: readonly string[] | undefined;
};

/** A step as the fields of its move, on a day of the city. */
export const fieldsOf = (step: DemoStep, today: string, { primaryId, photos, proof }: NamedInStep): MoveFields => {
  switch (step.move) {
    case 'verify': {
      const { class: of, category, village, publish } = step;
      const shown = {
        publish: 'public',
        publish_title: publish?.title,
        publish_description: publish?.description,
        photos: idsOf(publish?.photos, photos),
      };
      return { class: of, category, village, ...(publish === undefined ? { publish: 'hidden' } : shown) };
    }
    case 'postpone':
      return { reason: step.reason, message: step.message, until: daysLater(today, step.untilDays) };
    case 'merge':
      return { primary_id: primaryId };
    case 'answer':
      return { message: step.message, proof: idsOf(step.proof, photos) };
    case 'approve':
      return { checks: step.checks, photos: proof };
    case 'dispute':
    case 'confirm': {
      const { rating, move: _move, by: _by, afterHours: _afterHours, ...words } = step;
      return { ...words, ...(rating === undefined ? {} : { rating: String(rating) }) };
    }
    default: {
      const { move: _move, by: _by, afterHours: _afterHours, ...fields } = step;
      return fields;
    }
  }
};

const idsOf = (names: readonly string[] = [], ids: ReadonlyMap<string, string> = new Map()): readonly string[] =>
  names.map((name) => ids.get(name) ?? name);
