import { Field, wiring, type FieldProps } from './field.tsx';

export type Option = { readonly value: string; readonly label: string };
export type OptionGroup = { readonly group: string; readonly options: readonly Option[] };

export type SelectFieldProps = FieldProps & {
  readonly options: readonly (Option | OptionGroup)[];
  readonly value?: string | undefined;
  /** The first line, which chooses nothing. */
  readonly empty?: string | undefined;
};

export const SelectField = (field: SelectFieldProps) => (
  <Field field={field}>
    <select {...wiring(field)} class="input">
      {field.empty !== undefined && <option value="">{field.empty}</option>}
      {field.options.map((option) =>
        'group' in option ? (
          <optgroup key={option.group} label={option.group}>
            {option.options.map((inner) => (
              <Choice key={inner.value} option={inner} chosen={field.value} />
            ))}
          </optgroup>
        ) : (
          <Choice key={option.value} option={option} chosen={field.value} />
        ),
      )}
    </select>
  </Field>
);

const Choice = ({ option, chosen }: { readonly option: Option; readonly chosen: string | undefined }) => (
  <option value={option.value} selected={option.value === chosen}>
    {option.label}
  </option>
);
