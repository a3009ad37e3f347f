/** A form as it stands on a page: where it leads, and what it would send untouched. */
export type HtmlForm = {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Names and values of its buttons. */
  readonly buttons: readonly { readonly name: string; readonly value: string }[];
};

type Attributes = Readonly<Record<string, string>>;

/** The forms of a page of ours: well-formed markup, attributes in double quotes. */
export const formsOn = (html: string): readonly HtmlForm[] =>
  elements(html, 'form').map(({ attributes, inner }) => formOf(attributes, inner));

const formOf = (own: Attributes, inner: string): HtmlForm => {
  const sent = [...typedIn(inner), ...areasIn(inner), ...selectsIn(inner)];
  return {
    action: own['action'] ?? '',
    fields: Object.fromEntries(sent.filter(([name]) => name !== '')),
    buttons: tags(inner, 'button').map(({ name = '', value = '' }) => ({ name, value })),
  };
};

type Field = readonly [name: string, value: string];

const isTicked = ({ type = '' }: Attributes): boolean => type === 'checkbox' || type === 'radio';

/** Files and buttons are not sent, a box or a radio button only when it is ticked. */
const typedIn = (html: string): readonly Field[] =>
  tags(html, 'input')
    .filter((input) => !['file', 'submit', 'button'].includes(input['type'] ?? ''))
    .filter((input) => !isTicked(input) || input['checked'] !== undefined)
    .map((input) => [input['name'] ?? '', input['value'] ?? (isTicked(input) ? 'on' : '')]);

const areasIn = (html: string): readonly Field[] =>
  elements(html, 'textarea').map(({ attributes, inner }) => [attributes['name'] ?? '', unescaped(inner)]);

/** What is chosen, else the first of the list. */
const selectsIn = (html: string): readonly Field[] =>
  elements(html, 'select').map(({ attributes, inner }) => {
    const options = tags(inner, 'option');
    const chosen = options.find((option) => option['selected'] !== undefined) ?? options[0];
    return [attributes['name'] ?? '', chosen?.['value'] ?? ''];
  });

const anyAttributes = '((?:[^">]|"[^"]*")*)';

const elements = (html: string, name: string): readonly { readonly attributes: Attributes; readonly inner: string }[] =>
  [...html.matchAll(new RegExp(`<${name}\\b${anyAttributes}>(.*?)</${name}>`, 'gs'))].map(
    ([, attributes = '', inner = '']) => ({ attributes: attributesIn(attributes), inner }),
  );

const tags = (html: string, name: string): readonly Attributes[] =>
  [...html.matchAll(new RegExp(`<${name}\\b${anyAttributes}>`, 'g'))].map(([, attributes = '']) =>
    attributesIn(attributes),
  );

const attributesIn = (text: string): Attributes =>
  Object.fromEntries(
    [...text.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      unescaped(value),
    ]),
  );

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
