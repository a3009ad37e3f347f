import type { ComponentChildren } from 'preact';

export type HiddenFields = Readonly<Record<string, string | readonly string[]>>;

export type PostFormProps = {
  readonly action: string;
  /** Fields that travel along unseen; a list sends its name once for each. */
  readonly hidden?: HiddenFields | undefined;
  readonly isMultipart?: boolean | undefined;
  readonly children: ComponentChildren;
};

/** `novalidate`: the server answers in the language of the page; the browser would in its own. */
export const PostForm = ({ action, hidden = {}, isMultipart = false, children }: PostFormProps) => (
  <form class="form" method="post" action={action} enctype={isMultipart ? 'multipart/form-data' : undefined} novalidate>
    {Object.entries(hidden).flatMap(([name, values]) =>
      [values].flat().map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
    )}
    {children}
  </form>
);

export type FieldsProps = { readonly legend: string; readonly children: ComponentChildren };

/** A part of a form, with its heading. */
export const Fields = ({ legend, children }: FieldsProps) => (
  <fieldset class="fields">
    <legend>
      <h2>{legend}</h2>
    </legend>
    {children}
  </fieldset>
);
