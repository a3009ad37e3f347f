import { openHttp, type Answer, type HttpClient } from '../src/commands/replay/http-client.ts';
import { multipartOf } from '../src/commands/replay/multipart.ts';
import { formsOn, type HtmlForm } from './html-form.ts';

/** Somebody with a browser that knows HTTP, HTML forms and cookies, and nothing else. */
export type Visitor = {
  readonly get: (path: string) => Promise<Page>;
  /** Sends a form of the page, with what was typed or pressed over what stood in it. */
  readonly send: (
    form: HtmlForm,
    typed?: Readonly<Record<string, string>>,
    as?: 'urlencoded' | 'multipart',
  ) => Promise<Page>;
  readonly close: () => void;
};

export type Page = Answer & {
  /** Where the redirects ended. */
  readonly path: string;
  readonly forms: readonly HtmlForm[];
};

export const visit = (origin: string): Visitor => {
  const http = openHttp({ origin, connections: 1 });
  const cookies = new Map<string, string>();
  const follow = async (path: string, asked: Parameters<HttpClient['send']>[0], hops = 0): Promise<Page> => {
    const answer = await http.send({
      ...asked,
      path,
      headers: { ...asked.headers, origin, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    keep(cookies, answer);
    const { location } = answer.headers;
    if (location === undefined || answer.status < 300 || answer.status > 399)
      return { ...answer, path, forms: formsOn(answer.body) };
    if (hops > 5) throw new Error(`too many redirects, the last to ${location}`);
    const { pathname, search } = new URL(location, origin);
    return follow(`${pathname}${search}`, { path: '' }, hops + 1);
  };
  return {
    get: (path) => follow(path, { path }),
    send: (form, typed = {}, as = 'urlencoded') => {
      const fields = { ...form.fields, ...typed };
      const body =
        as === 'multipart'
          ? multipartOf(fields)
          : {
              body: new URLSearchParams(fields).toString(),
              headers: { 'content-type': 'application/x-www-form-urlencoded' },
            };
      return follow(form.action, { method: 'POST', path: form.action, ...body });
    },
    close: http.close,
  };
};

const keep = (cookies: Map<string, string>, { headers }: Answer): void => {
  for (const line of headers['set-cookie'] ?? []) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /max-age=0\b/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
};

/** The form that leads to an address, or whose button or hidden field has a value. Throws, naming those there are. */
export const formFor = (page: Page, wanted: string): HtmlForm => {
  const form = page.forms.find(
    ({ action, fields, buttons }) =>
      action === wanted ||
      action.endsWith(`/${wanted}`) ||
      Object.values(fields).includes(wanted) ||
      buttons.some(({ value }) => value === wanted),
  );
  if (form === undefined)
    throw new Error(
      `${page.path} (${page.status}) has no form for ${wanted}; it has ${page.forms.map(({ action }) => action).join(', ') || 'none'}`,
    );
  return form;
};
