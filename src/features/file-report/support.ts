import type { FastifyReply } from 'fastify';

import { parseNumber } from '../../domain/report-number.ts';
import { deviceOf } from '../../platform/http/device-cookie.ts';
import { sendPage, seeOther } from '../../platform/http/page.ts';
import { networkOf } from '../../platform/limit/network.ts';
import { smallQuestion } from '../../store/small-question.ts';
import { supporterCookie, supportReport } from '../../store/supporter.ts';
import { formPage } from './form-page.tsx';
import type { Typed } from './typed.ts';
import type { FileReportMeans } from './means.ts';

type Thanked = { readonly isNew: boolean; readonly typed: Typed };

/** Whoever had begun a report of their own is told there what becomes of its words; nobody else is. */
const thanksPath = (number: string, { isNew, typed: { fields } }: Thanked): string => {
  const hasWords = fields.description.trim() !== '' || fields.title.trim() !== '';
  return `/lapor/didukung?nomor=${number}${isNew ? '' : '&lagi=1'}${hasWords ? '&tulis=1' : ''}`;
};

/** "This is it": the own voice for a public report instead of a report of one's own. What was typed is kept where it cannot be counted. */
export const sendSupport = async (
  laksa: FileReportMeans,
  reply: FastifyReply,
  typed: Typed,
  asked: string,
): Promise<FastifyReply> => {
  const { request } = reply;
  const { tenant, ip, language } = request;
  const number = parseNumber(asked) ?? '';
  const { nonce, proof: given = null } = typed;
  const proof = { given, about: nonce };
  const support = { number, device: deviceOf(reply, supporterCookie), network: networkOf(ip), proof };
  const supported = await supportReport(laksa, tenant, support);
  if (supported.ok) return seeOther(reply, thanksPath(number, { isNew: supported.value.isNew, typed }));
  const { refusal } = supported;
  const why = refusal.kind;
  if (why === 'not_found')
    return sendPage(reply, await formPage(laksa, request, { ...typed, notSupported: { why } }), 422);
  if (!refusal.mayProve)
    return sendPage(reply, await formPage(laksa, request, { ...typed, notSupported: { why } }), 429);
  const proofField = smallQuestion(laksa, tenant, { about: nonce, language, before: given });
  const notSupported = { why: 'may_prove', number } as const;
  return sendPage(reply, await formPage(laksa, request, { ...typed, notSupported, proofField }), 429);
};
