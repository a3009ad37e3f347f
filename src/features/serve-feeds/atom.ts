import { h, type ComponentChildren, type VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';

import { withoutTricks } from '../../domain/shown-text.ts';

export type AtomEntry = {
  /** Stays the same for ever; also where it is read. */
  readonly url: string;
  readonly title: string;
  readonly published: Date;
  readonly updated: Date;
  readonly category: string | null;
  readonly summary: string;
};

export type AtomFeed = {
  readonly url: string;
  /** The page that it follows. */
  readonly page: string;
  readonly title: string;
  /** What must not be missed about the service. */
  readonly notices: readonly string[];
  readonly author: string;
  readonly language: string;
  /** When there is nothing in it. */
  readonly since: Date;
  readonly entries: readonly AtomEntry[];
};

/** A feed as RFC 4287 has it. Whatever a citizen wrote is text and is escaped; signs that XML does not know are left out. */
export const renderAtom = ({ url, page, title, notices, author, language, since, entries }: AtomFeed): string => {
  const updated = entries.reduce((newest, entry) => (entry.updated > newest ? entry.updated : newest), since);
  const feed = h(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
    line('id', url),
    line('title', title),
    notices.length === 0 ? null : line('subtitle', notices.join(' ')),
    line('updated', updated.toISOString()),
    h('author', null, line('name', author)),
    h('link', { rel: 'self', type: 'application/atom+xml', href: url }),
    h('link', { rel: 'alternate', type: 'text/html', href: page }),
    entries.map(entryOf),
  );
  // No mark of ours reads so: it stands in a text, where XML does not allow it.
  const markup = renderToStaticMarkup(feed).replaceAll(']]>', ']]&gt;');
  return `<?xml version="1.0" encoding="utf-8"?>\n${markup}`;
};

const entryOf = ({ url, title, published, updated, category, summary }: AtomEntry): VNode =>
  h(
    'entry',
    { key: url },
    line('id', url),
    line('title', title),
    line('published', published.toISOString()),
    line('updated', updated.toISOString()),
    h('link', { rel: 'alternate', type: 'text/html', href: url }),
    category === null ? null : h('category', { term: written(category) }),
    line('summary', summary),
  );

const line = (name: string, text: string): ComponentChildren => h(name, null, written(text));

/** Source: XML 1.0, 2.2 (Char): half of a pair is no sign. */
const written = (text: string): string => withoutTricks(text).toWellFormed();
