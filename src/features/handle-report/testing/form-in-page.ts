import type { Fields } from '../../sign-in/testing/officer.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (html: string): string =>
  html.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => entities[name] ?? '');

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : plain(value);
};

/** What a browser would send if the form of this page were sent as it stands; null where there is no such form. */
export const formInPage = (html: string, action: string): Fields | null => {
  const form = html
    .split('<form')
    .find((part) => part.includes(`action="${action}"`))
    ?.split('</form>')[0];
  if (form === undefined) return null;
  const fields: Record<string, string | string[]> = {};
  for (const [tag = ''] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const isLeftOut = ['radio', 'checkbox'].includes(attribute(tag, 'type') ?? '') && !/\schecked/.test(tag);
    if (name !== undefined && !isLeftOut) fields[name] = attribute(tag, 'value') ?? '';
  }
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    fields[attribute(tag, 'name') ?? ''] = plain(text).replace(/^\n/, '');
  for (const [, tag = '', options = ''] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => option);
    const chosen = all.find((option) => /\sselected/.test(option)) ?? all[0] ?? '';
    fields[attribute(tag, 'name') ?? ''] = attribute(chosen, 'value') ?? '';
  }
  return fields;
};
