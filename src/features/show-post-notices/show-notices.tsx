import type { FastifyReply, FastifyRequest } from 'fastify';

import { languages } from '../../platform/i18n/language.ts';
import { sendPage } from '../../platform/http/page.ts';
import type { City } from '../../store/city.ts';
import { staffOf } from '../../store/identity.ts';
import { deliveries, type NoticeSetting } from '../../store/notice-setting.ts';
import { namedProblem } from '../../ui/error-summary.tsx';
import { newestVersion } from '../../store/policy-for.ts';
import type { PageFrame } from '../../ui/page-frame.ts';
import { renderDocument } from '../../ui/render.ts';
import { ruleValue } from '../../ui/rule-words.ts';
import { readCursor, showCursor } from './cursor.ts';
import { noticesPath, type ShowPostNoticesMeans } from './means.ts';
import { noticeItem } from './notice-items.ts';
import { NoticesPage, type NoticesProps } from './notices.view.tsx';
import { readNotices, readSetting, type NoticeRow } from './queries.ts';

type Typed = { readonly delivery: string; readonly language: string };

type Shown = {
  readonly after?: string | undefined;
  readonly done?: NoticesProps['done'];
  /** A choice that was refused: it is shown again, with what is wrong. */
  readonly typed?: Typed | undefined;
};

const perPage = 50;

export const sendNotices = async (
  laksa: ShowPostNoticesMeans,
  request: FastifyRequest,
  reply: FastifyReply,
  { after, done, typed }: Shown,
): Promise<FastifyReply> => {
  const { tenant } = request;
  const { post } = staffOf(request);
  const frame = laksa.frame(request);
  const { rows, setting, city } = await read(laksa, request, after);
  const props: NoticesProps = {
    frame,
    post: post.name,
    items: rows.slice(0, perPage).map((row) => noticeItem(row, { frame, tenant, city, post })),
    pager: { previous: after === undefined ? undefined : noticesPath, next: nextPage(rows) },
    here: after === undefined ? noticesPath : `${noticesPath}?sesudah=${encodeURIComponent(after)}`,
    setting: settingProps(frame, city, typed ?? setting, typed !== undefined),
    done,
  };
  return sendPage(reply, renderDocument(<NoticesPage {...props} />), typed === undefined ? 200 : 422);
};

type Read = { readonly rows: readonly NoticeRow[]; readonly setting: NoticeSetting; readonly city: City };

const read = (
  { database, cities, clock }: ShowPostNoticesMeans,
  request: FastifyRequest,
  after: string | undefined,
): Promise<Read> => {
  const { tenant } = request;
  const { post, userId } = staffOf(request);
  return database.inTenant(
    tenant.id,
    async (tx) => {
      const asked = { tenantId: tenant.id, postId: post.id, after: readCursor(after), limit: perPage + 1 };
      const rows = await readNotices(tx, asked);
      const setting = await readSetting(tx, tenant.id, userId);
      return { rows, setting, city: await cities.read(tx, tenant, clock.now(), newestVersion(rows)) };
    },
    { readOnly: true },
  );
};

const nextPage = (rows: readonly NoticeRow[]): string | undefined => {
  const last = rows[perPage - 1];
  return last === undefined || rows.length <= perPage
    ? undefined
    : `${noticesPath}?sesudah=${encodeURIComponent(showCursor(last))}`;
};

const settingProps = (
  { t, language }: PageFrame,
  { policy }: City,
  typed: Typed,
  isRefused: boolean,
): NoticesProps['setting'] => {
  const time = ruleValue(t, language, policy.notices.digestAt);
  const lists = { delivery: deliveries, language: languages } as const;
  const text = t('refusal.problem.unknown');
  const faulty = (['delivery', 'language'] as const).filter(
    (field) => !lists[field].some((one) => one === typed[field]),
  );
  return {
    ...typed,
    deliveries: deliveries.map((value) => ({ value, label: t(`postNotice.setting.deliveries.${value}`, { time }) })),
    languages: languages.map((value) => ({ value, label: t(`layout.language.${value}`) })),
    problems: isRefused
      ? faulty.map((field) => ({ field, text, named: namedProblem(t(`postNotice.setting.${field}`), text) }))
      : [],
  };
};
