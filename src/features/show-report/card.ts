import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';

import { lateMs } from '../../domain/late.ts';
import { showNumber } from '../../domain/report-number.ts';
import { languages, type Language } from '../../platform/i18n/language.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import { blurredName } from '../../store/photo-blur.ts';
import type { PhotoFiles } from '../../store/photo-files.ts';
import { listedTitle } from '../../ui/report-title.ts';
import { textFor, type Text } from '../../ui/texts/text.ts';
import type { CardReport } from './card-queries.ts';

/** What a card says; every word of it is public. */
export type CardWords = {
  readonly city: string;
  readonly title: string;
  readonly state: string;
  readonly isDone: boolean;
  readonly lines: readonly string[];
  readonly notices: readonly string[];
};

/** A PNG of 1200 x 630 points; null where the machine has no fonts. */
export type DrawCard = (words: CardWords, photo: Buffer | null) => Promise<Buffer | null>;

export type Card = { readonly words: CardWords; readonly photo: CardReport['photo']; readonly tenantId: string };

export const cardOf = (tenant: Tenant, language: Language, report: CardReport): Card => {
  const t = textFor(language);
  const { village, district, number } = report;
  return {
    tenantId: tenant.id,
    photo: report.photo,
    words: {
      city: `${t('layout.service')} ${tenant.name}`,
      title: listedTitle({ t, language }, report),
      state: standingOf(t, tenant, report),
      isDone: isDone(report),
      lines: [
        `${t('publicReport.number')} ${showNumber(number)}`,
        ...(village === null ? [] : [`${village}, ${district}`]),
      ],
      notices: noticesOf(tenant),
    },
  };
};

/** How long it is late is not said: a card is kept by whoever was sent it. */
const standingOf = (t: Text, { clock }: Tenant, report: CardReport): string => {
  if (report.closed_reason !== null && !isDone(report)) return t(`state.closed.${report.closed_reason}`);
  const state = t(`state.report.${report.state}`);
  return lateMs(report, clock.now()) === null ? state : `${state} · ${t('publicReport.late')}`;
};

/** Ended without anything done is not done. */
const isDone = ({ state, closed_reason }: CardReport): boolean =>
  state === 'resolved' || (state === 'closed' && closed_reason !== 'withdrawn' && closed_reason !== 'not_completed');

/** In both languages, as on every page: a card is read by whoever it was passed on to. */
const noticesOf = ({ name, isDemo, isRehearsal }: Tenant): readonly string[] => [
  ...(isDemo ? languages.map((language) => textFor(language)('layout.demo', { city: name })) : []),
  ...(isRehearsal ? languages.map((language) => textFor(language)('layout.rehearsal')) : []),
];

/** Changes when anything that is seen does; with it whoever asks again is told that nothing has. */
export const markOf = (card: Card): string =>
  createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 22);

const mostKept = 40;
const mostWaiting = 12;

export type CardDrawer = (card: Card) => Promise<Buffer | null | 'busy'>;

/** Draws one at a time and keeps the last ones: what many look at is drawn once, and who asks for all of them cannot hold up the site. */
export const openCardDrawer = (files: PhotoFiles, draw: DrawCard): CardDrawer => {
  const kept = new Map<string, Promise<Buffer | null>>();
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const drawNext = (card: Card): Promise<Buffer | null> => {
    waiting += 1;
    const drawn = last
      .then(async () => draw(card.words, await photoOf(files, card)))
      .finally(() => {
        waiting -= 1;
      });
    last = drawn.catch(() => undefined);
    return drawn;
  };
  return async (card) => {
    const mark = markOf(card);
    const known = kept.get(mark);
    if (known === undefined && waiting >= mostWaiting) return 'busy';
    const drawn = known ?? drawNext(card);
    kept.delete(mark);
    kept.set(mark, drawn);
    for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
    drawn.catch(() => kept.delete(mark));
    return drawn;
  };
};

/** As everyone sees it: blurred where it was. */
const photoOf = async (files: PhotoFiles, { tenantId, photo }: Card): Promise<Buffer | null> => {
  if (photo === null) return null;
  const name = photo.version === 0 ? plain : blurredName(plain, photo.version);
  const file = await files.read({ tenantId, id: photo.id, name });
  return file === null ? null : buffer(file.content);
};

const plain = '1024.jpg';
