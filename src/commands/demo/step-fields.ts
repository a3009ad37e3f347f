import { daysLater } from '../../domain/calendar.ts';
import type { MoveFields } from '../../store/move-fields.ts';
import type { DemoStep } from './demo-report.ts';

/** A step as the fields of its move, on a day of the city; `primaryId`: the report that it is merged into. */
export const fieldsOf = (step: DemoStep, today: string, primaryId: string | undefined): MoveFields => {
  switch (step.move) {
    case 'verify': {
      const { class: of, category, village, publish } = step;
      const shown = { publish: 'public', publish_title: publish?.title, publish_description: publish?.description };
      return { class: of, category, village, ...(publish === undefined ? { publish: 'hidden' } : shown) };
    }
    case 'postpone':
      return { reason: step.reason, message: step.message, until: daysLater(today, step.untilDays) };
    case 'merge':
      return { primary_id: primaryId };
    case 'answer':
      return { message: step.message };
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
