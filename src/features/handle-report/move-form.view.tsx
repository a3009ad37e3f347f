import type { MoveName } from '../../domain/move.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { CheckboxGroup, RadioGroup, type ChoiceOption } from '../../ui/choice-field.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { ProofField } from './proof-field.view.tsx';
import { ShownPhotosField, type OfferedPhoto } from './shown-photos-field.view.tsx';
import { SelectField, type Option, type OptionGroup } from '../../ui/select-field.tsx';
import { DateField, TextArea, TextField } from '../../ui/text-field.tsx';
import type { PhotoItem } from '../../ui/photo-strip.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** One field of a move, as plain data; `as` chooses the control. */
export type MoveField = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly isOptional?: boolean | undefined;
  readonly value: string;
} & (
  | { readonly as: 'line'; readonly isCode?: boolean | undefined }
  | { readonly as: 'words'; readonly rows: number }
  | { readonly as: 'select'; readonly options: readonly (Option | OptionGroup)[]; readonly empty?: string | undefined }
  | { readonly as: 'radios'; readonly options: readonly ChoiceOption[] }
  | { readonly as: 'checks'; readonly options: readonly ChoiceOption[]; readonly values: readonly string[] }
  | { readonly as: 'date'; readonly min: string; readonly max: string }
  | { readonly as: 'proof'; readonly photos: readonly PhotoItem[] }
  | { readonly as: 'photos'; readonly photos: readonly OfferedPhoto[] }
);

export type MoveFormProps = {
  readonly t: Text;
  readonly move: MoveName;
  readonly action: string;
  readonly version: number;
  /** Words that the move is about. */
  readonly about: { readonly label: string; readonly text: string } | null;
  /** What the move does besides. */
  readonly note: string | null;
  readonly fields: readonly MoveField[];
  /** What the button says; by itself the name of the move. */
  readonly button?: string | undefined;
};

export const MoveForm = ({ t, move, action, version, about, note, fields, button }: MoveFormProps) => (
  <PostForm
    action={action}
    isMultipart={fields.some((field) => field.as === 'proof')}
    hidden={{ version: String(version) }}
  >
    {about !== null && (
      <>
        <p class="quiet">{about.label}</p>
        <blockquote class="words">{about.text}</blockquote>
      </>
    )}
    {note !== null && <p>{note}</p>}
    {fields.map((field) => (
      <MoveControl key={field.name} t={t} field={field} scope={move} />
    ))}
    <Buttons>
      <Button tone={move === 'reject' ? 'danger' : 'primary'}>{button ?? t(`state.move.${move}`)}</Button>
    </Buttons>
  </PostForm>
);

const MoveControl = ({ t, field, scope }: { readonly t: Text; readonly field: MoveField; readonly scope: string }) => {
  const { isOptional, ...shared } = field;
  const wired = { ...shared, scope, optional: isOptional ? t('general.optional') : undefined };
  switch (wired.as) {
    case 'line':
      return <TextField {...wired} size={wired.isCode ? 'code' : undefined} />;
    case 'words':
      return <TextArea {...wired} />;
    case 'select':
      return <SelectField {...wired} />;
    case 'radios':
      return <RadioGroup {...wired} />;
    case 'checks':
      return <CheckboxGroup {...wired} />;
    case 'date':
      return <DateField {...wired} />;
    case 'proof':
      return <ProofField t={t} {...wired} />;
    case 'photos':
      return <ShownPhotosField t={t} {...wired} />;
    default:
      return wired satisfies never;
  }
};
