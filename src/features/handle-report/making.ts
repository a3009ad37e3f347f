import { wordsNow } from '../../domain/words-now.ts';
import type { Language } from '../../platform/i18n/language.ts';
import type { City, NamedPost } from '../../store/city.ts';
import type { MoveFields } from '../../store/move-fields.ts';
import type { Text } from '../../ui/texts/text.ts';
import type { MoveField } from './move-form.view.tsx';
import type { Story } from './queries.ts';

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

/** Null: this report has no use for the field. */
export type Maker = (making: Making) => MoveField | null;

/** Fields that hold one text. */
export type Name = Exclude<keyof MoveFields, 'proof' | 'photos' | 'checks'>;

export const typedOr = ({ typed }: Making, name: Name, otherwise: string): string => typed?.[name] ?? otherwise;

/** What the reporter wrote when filing. */
export const said = ({ story }: Making, field: 'title' | 'description'): string => wordsNow(story.events)[field] ?? '';
