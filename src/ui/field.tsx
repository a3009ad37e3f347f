import type { ComponentChildren } from 'preact';

export type FieldProps = {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren | undefined;
  readonly error?: string | undefined;
  /** The word beside the label of a field that may stay empty: `t('general.optional')`. */
  readonly optional?: string | undefined;
  /** Tells apart fields of one name in several forms of a page. */
  readonly scope?: string | undefined;
};

type Identity = { readonly name: string; readonly scope?: string | undefined };

/** The id of a field's control: what its label and the error summary point to. */
export const fieldId = ({ name, scope }: Identity): string =>
  scope === undefined ? `field-${name}` : `field-${scope}-${name}`;

/** The attributes that tie a control to its label, hint and error. */
export const wiring = (field: FieldProps) => ({
  id: fieldId(field),
  name: field.name,
  'aria-describedby': describedBy(field),
  'aria-invalid': field.error === undefined ? undefined : ('true' as const),
});

/** The ids of hint and error, for who reads the page by ear; undefined when there is neither. */
export const describedBy = (field: FieldProps): string | undefined => {
  const id = fieldId(field);
  const ids = [field.hint === undefined ? [] : [`${id}-hint`], field.error === undefined ? [] : [`${id}-error`]].flat();
  return ids.length === 0 ? undefined : ids.join(' ');
};

/** Label, hint, error and the control, in the order in which they are read. */
export const Field = ({ field, children }: { readonly field: FieldProps; readonly children: ComponentChildren }) => (
  <div class={fieldClass(field)}>
    <label class="field-label" for={fieldId(field)}>
      {field.label} <Optional word={field.optional} />
    </label>
    <HintAndError field={field} />
    {children}
  </div>
);

export const fieldClass = (field: FieldProps): string => (field.error === undefined ? 'field' : 'field field-wrong');

export const Optional = ({ word }: { readonly word: string | undefined }) =>
  word === undefined ? null : <span class="field-optional">({word})</span>;

export const HintAndError = ({ field }: { readonly field: FieldProps }) => (
  <>
    {field.hint !== undefined && (
      <p class="field-hint" id={`${fieldId(field)}-hint`}>
        {field.hint}
      </p>
    )}
    {field.error !== undefined && (
      <p class="field-error" id={`${fieldId(field)}-error`}>
        {field.error}
      </p>
    )}
  </>
);
