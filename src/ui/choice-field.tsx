import type { ComponentChildren } from 'preact';
import { describedBy, fieldClass, fieldId, HintAndError, Optional, type FieldProps } from './field.tsx';

export type ChoiceOption = { readonly value: string; readonly label: string; readonly hint?: string | undefined };

export type RadioGroupProps = FieldProps & {
  readonly options: readonly ChoiceOption[];
  readonly value?: string | undefined;
};

/** One of several; the label is the legend of the group. */
export const RadioGroup = ({ options, value, ...field }: RadioGroupProps) => (
  <Group field={field}>
    {options.map((option, index) => (
      <Choice
        key={option.value}
        type="radio"
        id={choiceId(field, index)}
        name={field.name}
        option={option}
        isChosen={option.value === value}
      />
    ))}
  </Group>
);

export type CheckboxGroupProps = FieldProps & {
  readonly options: readonly ChoiceOption[];
  readonly values?: readonly string[] | undefined;
};

/** Any of several, all under one name. */
export const CheckboxGroup = ({ options, values = [], ...field }: CheckboxGroupProps) => (
  <Group field={field}>
    {options.map((option, index) => (
      <Choice
        key={option.value}
        type="checkbox"
        id={choiceId(field, index)}
        name={field.name}
        option={option}
        isChosen={values.includes(option.value)}
      />
    ))}
  </Group>
);

export type CheckboxProps = FieldProps & {
  readonly isChecked?: boolean | undefined;
  readonly value?: string | undefined;
};

/** One yes or no. Sends `yes`, or nothing. */
export const Checkbox = ({ isChecked = false, value = 'yes', ...field }: CheckboxProps) => (
  <div class={`${fieldClass(field)} field-check`}>
    <div class="choice">
      <input
        type="checkbox"
        id={fieldId(field)}
        name={field.name}
        value={value}
        checked={isChecked}
        aria-describedby={describedBy(field)}
        aria-invalid={field.error === undefined ? undefined : 'true'}
      />
      <label for={fieldId(field)}>{field.label}</label>
      <HintAndError field={field} />
    </div>
  </div>
);

const Group = ({ field, children }: { readonly field: FieldProps; readonly children: ComponentChildren }) => (
  <fieldset class={fieldClass(field)} aria-describedby={describedBy(field)}>
    <legend class="field-label">
      {field.label} <Optional word={field.optional} />
    </legend>
    <HintAndError field={field} />
    {children}
  </fieldset>
);

type ChoiceProps = {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly option: ChoiceOption;
  readonly isChosen: boolean;
};

const Choice = ({ type, id, name, option, isChosen }: ChoiceProps) => (
  <div class="choice">
    <input
      type={type}
      id={id}
      name={name}
      value={option.value}
      checked={isChosen}
      aria-describedby={option.hint === undefined ? undefined : `${id}-hint`}
    />
    <label for={id}>{option.label}</label>
    {option.hint !== undefined && (
      <p class="choice-hint" id={`${id}-hint`}>
        {option.hint}
      </p>
    )}
  </div>
);

/** The first choice carries the id of the field, so that the error summary leads to it. */
const choiceId = (field: FieldProps, index: number): string =>
  index === 0 ? fieldId(field) : `${fieldId(field)}-${index + 1}`;
