/** A form as it stands on a page: where it leads, and what it would send untouched. */
export type HtmlForm = {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Names and values of its buttons. */
  readonly buttons: readonly { readonly name: string; readonly value: string }[];
  /** By the name of a select or of radio buttons: what may be chosen. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
};

type Attributes = Readonly<Record<string, string>>;

/** The forms of a page of ours: well-formed markup, attributes in double quotes. */
export const formsOn = (html: string): readonly HtmlForm[] => [...html.matchAll(/<form\b((?:[^">]|"[^"]*")*)>(.*?)<\/form>/gs)].map(([, attributes = '', inner = '']) => formOf(attributesIn(attributes), inner));

const formOf = (own: Attributes, inner: string): HtmlForm => {
  const inputs = tags(inner, 'input');
  const isSent = ({ type, checked }: Attributes): boolean => !['file', 'submit', 'button'].includes(type ?? '') && (!['checkbox', 'radio'].includes(type ?? '') || checked !== undefined);
  const areas = [...inner.matchAll(/<textarea\b((?:[^">]|"[^"]*")*)>(.*?)<\/textarea>/gs)].map(([, attributes = '', text = '']) => [attributesIn(attributes)['name'] ?? '', unescaped(text)] as const);
  const selects = [...inner.matchAll(/<select\b((?:[^">]|"[^"]*")*)>(.*?)<\/select>/gs)].map(([, attributes = '', options = '']) => [attributesIn(attributes)['name'] ?? '', tags(options, 'option')] as const);
  const radios = Map.groupBy(inputs.filter(({ type }) => type === 'radio'), ({ name }) => name ?? '');
  return {
    action: own['action'] ?? '',
    fields: Object.fromEntries([
      ...inputs.filter(isSent).map(({ name = '', type, value = type === 'checkbox' || type === 'radio' ? 'on' : '' }) => [name, value] as const),
      ...areas,
      ...selects.map(([name, options]) => [name, (options.find(({ selected }) => selected !== undefined) ?? options[0])?.['value'] ?? ''] as const),
    ].filter(([name]) => name !== '')),
    buttons: tags(inner, 'button').map(({ name = '', value = '' }) => ({ name, value })),
    choices: Object.fromEntries([
      ...selects.map(([name, options]) => [name, options.map(({ value }) => value ?? '').filter((value) => value !== '')] as const),
      ...[...radios].map(([name, all]) => [name, all.map(({ value }) => value ?? '')] as const),
    ]),
  };
};

const tags = (html: string, name: string): readonly Attributes[] => [...html.matchAll(new RegExp(`<${name}\\b((?:[^">]|"[^"]*")*)>`, 'g'))].map(([, attributes = '']) => attributesIn(attributes));

const attributesIn = (text: string): Attributes => Object.fromEntries([...text.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)].map(([, name = '', value = '']) => [name.toLowerCase(), unescaped(value)]));

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const unescaped = (text: string): string => text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
