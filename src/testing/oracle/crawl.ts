import type { Answer, Ask, Question } from './ask.ts';
import { marksIn, pictureMark } from './marks.ts';

/** What one viewer came across: each mark with the first address that told it, and what went wrong on the way. */
export type Seen = {
  readonly told: Map<string, string>;
  readonly asked: Set<string>;
  /** Addresses answered 429 or 5xx: a crawl that was stopped has proved nothing. */
  readonly failed: string[];
  /** Addresses whose answer is in a form that cannot be searched for words. */
  readonly unread: string[];
};

export const newSeen = (): Seen => ({ told: new Map(), asked: new Set(), failed: [], unread: [] });

export type Bound = {
  /** Of one shape of address without a query, with one, and with one that says in which language besides. */
  readonly perShape: number;
  readonly perQuery: number;
  readonly perLanguage: number;
};

/** Asks every address that leads on from these, each once, within the bound. */
export const crawl = async (ask: Ask, seeds: readonly string[], bound: Bound, seen = newSeen()): Promise<Seen> => {
  const waiting = [...seeds];
  const shapes = new Map<string, number>();
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    if (seen.asked.has(url) || !isWithin(shapes, url, bound)) continue;
    seen.asked.add(url);
    const answer = await ask({ method: 'GET', url });
    note(seen, { method: 'GET', url }, answer);
    waiting.push(...linksIn(answer, url));
  }
  return seen;
};

/** Keeps what an answer tells, but for what the question said itself. */
export const note = (seen: Seen, request: Question, answer: Answer): void => {
  const { url } = request;
  if (answer.statusCode === 429 || answer.statusCode >= 500) seen.failed.push(`${answer.statusCode} ${url}`);
  if (answer.statusCode === 200 && !canBeSearched.test(typeOf(answer))) seen.unread.push(url);
  const said = marksIn(`${decodeURIComponent(url)} ${JSON.stringify(request.payload ?? '')}`);
  const told = [...marksIn(`${JSON.stringify(answer.headers)}\n${answer.body}`), ...pictureIn(url, answer)];
  for (const mark of told)
    if (!said.has(mark) && !seen.told.has(mark)) seen.told.set(mark, `${request.method} ${url} (${answer.statusCode})`);
};

/** A document or an archive is pressed together: no word of it can be seen in its bytes. */
const canBeSearched = /^(?:text\/|image\/|application\/(?:[\w.-]+\+)?(?:json|xml|javascript))|^$/;

const typeOf = ({ headers }: Answer): string => String(headers['content-type'] ?? '');

const pictureIn = (url: string, answer: Answer): readonly string[] => {
  const photoId = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(url)?.[0];
  return answer.statusCode === 200 && photoId !== undefined && typeOf(answer).startsWith('image/')
    ? [pictureMark(photoId)]
    : [];
};

const isWithin = (shapes: Map<string, number>, url: string, bound: Bound): boolean => {
  const shape = shapeOf(url);
  const count = (shapes.get(shape) ?? 0) + 1;
  shapes.set(shape, count);
  if (shape.includes('lang')) return count <= bound.perLanguage;
  return count <= (shape.endsWith('?') ? bound.perShape : bound.perQuery);
};

/** `/laporan/:n/foto/:id/kecil?`, and of a query the names alone. */
const shapeOf = (url: string): string => {
  const { pathname, searchParams } = new URL(url, 'http://any.example');
  const path = pathname
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/\d{10}|\d{3}-\d{3}-\d{4}/g, ':n')
    .replaceAll(/zq[a-z]{10}/g, ':word')
    .replace(/^\/instansi\/[^/]+/, '/instansi/:slug');
  return `${path}?${[...new Set(searchParams.keys())].toSorted().join('&')}`;
};

const linksIn = (answer: Answer, from: string): readonly string[] => {
  const { headers, body, statusCode } = answer;
  const type = typeOf(answer);
  const found = statusCode >= 300 && statusCode < 400 ? [String(headers.location ?? '')] : [];
  if (type.includes('html')) found.push(...attributesIn(body), ...searchesIn(body));
  if (type.includes('json') || type.includes('xml')) found.push(...addressesIn(body));
  return found.flatMap((link) => addressOf(link, from));
};

const attributesIn = (body: string): readonly string[] =>
  [...body.matchAll(/\s(?:href|src|action|formaction|data-[\w-]+)="([^"#][^"]*)"/g)].flatMap(([, link = '']) =>
    /^(?:\/|\?|http)/.test(link) ? [unescaped(link)] : [],
  );

const addressesIn = (body: string): readonly string[] =>
  [...body.matchAll(/["'>]((?:https?:\/\/[^"'<>\s/]+)?\/[^"'<>\s{}]*)/g)].map(([, link = '']) => unescaped(link));

/** Forms that ask: once as they stand, once for each thing that could be chosen. */
const searchesIn = (body: string): readonly string[] =>
  [...body.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', inside = '']) => {
    if (/method="post"/i.test(head)) return [];
    const action = unescaped(/action="([^"]*)"/.exec(head)?.[1] ?? '?');
    const kept = [...inside.matchAll(/<input\b[^>]*>/g)].flatMap(([input]) => {
      const name = /name="([^"]*)"/.exec(input)?.[1];
      return name === undefined ? [] : [[name, unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? '')] as const];
    });
    const choices = [...inside.matchAll(/<select\b[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)].flatMap(
      ([, name = '', options = '']) =>
        [...options.matchAll(/value="([^"]+)"/g)].map(([, value = '']) => [name, unescaped(value)] as const),
    );
    const path = action.split('?')[0] ?? '';
    return [
      `${path}?${new URLSearchParams(kept.map(([name, value]) => [name, value]))}`,
      ...choices.map(([name, value]) => `${path}?${new URLSearchParams({ [name]: value })}`),
    ];
  });

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** Of this city alone: where another host is meant, the crawl ends. */
const addressOf = (link: string, from: string): readonly string[] => {
  try {
    const { host, pathname, search } = new URL(link, new URL(from, 'http://here.example'));
    return host === 'here.example' || host === 'satu.example' || host === 'dua.example' ? [`${pathname}${search}`] : [];
  } catch {
    return []; // a text that only looks like an address
  }
};
