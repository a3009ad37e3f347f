import { Field, fieldId, wiring, type FieldProps } from './field.tsx';

export type TextFieldProps = FieldProps & {
  readonly value?: string | undefined;
  readonly type?: keyof typeof types | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | undefined;
  readonly autoComplete?: string | undefined;
  readonly maxLength?: number | undefined;
  /** `code`: wide figures for numbers and codes; `short`: for a few words. */
  readonly size?: 'code' | 'short' | undefined;
  /** Offered while typing; anything else may be typed. */
  readonly suggestions?: readonly string[] | undefined;
};

export const TextField = (field: TextFieldProps) => (
  <Field field={field}>
    <input
      {...wiring(field)}
      {...types[field.type ?? 'text']}
      class={field.size === undefined ? 'input' : `input input-${field.size}`}
      value={field.value}
      inputmode={field.inputMode}
      autocomplete={field.autoComplete}
      maxlength={field.maxLength}
      {...(field.suggestions === undefined ? {} : { list: `${fieldId(field)}-list` })}
    />
    {field.suggestions !== undefined && (
      <datalist id={`${fieldId(field)}-list`}>
        {field.suggestions.map((value) => (
          <option key={value}>{value}</option>
        ))}
      </datalist>
    )}
  </Field>
);

/** No type checks what was typed (forms are `novalidate`); each brings the right keyboard. */
const types = {
  text: { type: 'text' },
  email: { type: 'email', autocapitalize: 'none' },
  tel: { type: 'tel' },
  password: { type: 'password' },
  search: { type: 'search' },
} as const;

export type TextAreaProps = FieldProps & {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
};

/** HTML swallows the first line break of a text area; one more keeps what was typed as it was. */
export const TextArea = (field: TextAreaProps) => (
  <Field field={field}>
    <textarea {...wiring(field)} class="input" rows={field.rows ?? 6} maxlength={field.maxLength}>
      {field.value?.startsWith('\n') ? `\n${field.value}` : field.value}
    </textarea>
  </Field>
);

export type DateFieldProps = FieldProps & {
  /** `2026-11-24`; what else was typed is kept for correction where the browser shows it. */
  readonly value?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
};

export const DateField = (field: DateFieldProps) => (
  <Field field={field}>
    <input
      {...wiring(field)}
      class="input input-short"
      type="date"
      value={field.value}
      min={field.min}
      max={field.max}
    />
  </Field>
);
