import { Field, wiring, type FieldProps } from './field.tsx';

export type FileFieldProps = FieldProps & {
  /** What the browser offers to choose from: endings, parted by commas. */
  readonly accept: string;
};

/** One file. What a browser chose it does not show again after a refusal: it is chosen anew. */
export const FileField = (field: FileFieldProps) => (
  <Field field={field}>
    <input {...wiring(field)} class="input" type="file" accept={field.accept} />
  </Field>
);
