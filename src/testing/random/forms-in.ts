/** A form that posts: where it leads, and each of its fields with one value it could have. */
export type FoundForm = {
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
  /** Names of the fields that take files. */
  readonly files: readonly string[];
  readonly isMultipart: boolean;
};

/** The forms of a page of ours: well-formed markup, attributes in double quotes. */
export const formsIn = (html: string, page: string): readonly FoundForm[] =>
  [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, head = '', inside = '']) => {
    if (!/method="post"/i.test(head)) return [];
    const { pathname, search } = new URL(
      unescaped(/action="([^"]*)"/.exec(head)?.[1] ?? ''),
      `http://x.example${page}`,
    );
    const files = [...inside.matchAll(/<input\b[^>]*type="file"[^>]*>/g)].map(([tag]) => attribute(tag, 'name'));
    const isMultipart = /multipart\/form-data/i.test(head);
    return [{ action: `${pathname}${search}`, fields: fieldsIn(inside), files, isMultipart }];
  });

const fieldsIn = (html: string): FoundForm['fields'] => [
  ...[...html.matchAll(/<(?:input|button)\b[^>]*>/g)].flatMap(([tag]) => named(tag, attribute(tag, 'value'))),
  ...[...html.matchAll(/<textarea\b[^>]*>(.*?)<\/textarea>/gs)].flatMap(([tag, inner = '']) =>
    named(tag, unescaped(inner)),
  ),
  ...[...html.matchAll(/<select\b[^>]*>(.*?)<\/select>/gs)].flatMap(([tag, inner = '']) =>
    named(tag, attribute([...inner.matchAll(/<option\b[^>]*>/g)].at(-1)?.[0] ?? '', 'value')),
  ),
];

const named = (tag: string, value: string): FoundForm['fields'] => {
  const name = attribute(tag.slice(0, tag.indexOf('>') + 1), 'name');
  return name === '' ? [] : [[name, value]];
};

const attribute = (tag: string, name: string): string =>
  unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
