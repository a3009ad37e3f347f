import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Access } from '../../domain/access.ts';
import { isDangerous } from '../../domain/is-dangerous.ts';
import { reportStates } from '../../domain/report.ts';
import type { Result } from '../../domain/result.ts';
import { localDay } from '../../domain/time.ts';
import type { Server } from '../../platform/http/server.ts';
import { currentCity } from '../../store/current-city.ts';
import { sealFiledPass, type FiledPass } from '../../store/filed-pass.ts';
import { fileOnce, type Filed, type NonceReused } from '../../store/file-report.ts';
import { keyOf, type KeyIdentity } from '../../store/identity.ts';
import type { RefusedPhoto } from '../../store/photo-intake.ts';
import { formStage } from '../../store/photo-stage.ts';
import { refuseShape } from './input.ts';
import type { ServeApiMeans } from './means.ts';
import { nonceOf } from './nonce.ts';
import { readState } from './queries.ts';
import { sendKeyReused, sendProblems } from './refusal.ts';
import { reportBody, type ReportBody } from './report-body.ts';
import { filingFrom, type FilingWords } from './report-filing.ts';
import { readSentReport, type SentReport } from './report-form.ts';
import { refusalsOf, withKey } from './schemas.ts';

const filedReport = z.object({
  number: z.string().describe('Ten digits'),
  claim_code: z
    .string()
    .nullable()
    .describe('Eight digits, for the reporter alone; null where it was given more than a day ago or renewed since'),
  receipt_url: z.string().describe('A receipt to print, for a day'),
  tracking_url: z.string().describe('Where the reporter reads and replies with number and code'),
  state: z.enum(reportStates),
  danger: z
    .boolean()
    .describe(
      'Its words or its category speak of danger: tell who reports to call 112 now, the report is not read at once',
    ),
  dropped_files: z.array(z.string()).optional().describe('Pictures that came along and were not taken'),
});

const schema = {
  operationId: 'createReport',
  tags: ['reports'],
  summary: 'File a report for somebody',
  description:
    'Scope `report:create`. As JSON, or as a form (multipart or urlencoded) with the same names. The same `Idempotency-Key` files one report, however often it is sent: a repeat answers 200 with the same number; with another content it is refused as `key_reused`, and nothing of it is kept. Without one, the same content within the same minute is the same report. A field that is not known is refused, not dropped. A multipart form may bring `photos`, up to five files of 20 MB each (JPEG, PNG, WebP, HEIC, AVIF): the report is filed without those that cannot be taken, and `dropped_files` names them. Photos that come with a repeat join the report while nobody has worked with it.',
  security: withKey,
  consumes: ['application/json', 'multipart/form-data', 'application/x-www-form-urlencoded'],
  headers: z.looseObject({
    'idempotency-key': z
      .string()
      .max(200)
      .optional()
      .describe('Any word of yours, best a UUID; counts for your key alone'),
  }),
  body: reportBody,
  response: {
    200: filedReport.describe('It was filed before'),
    201: filedReport.describe('Filed'),
    ...refusalsOf(400, 401, 403, 413, 415, 422),
  },
};

const sentFiles = new WeakMap<FastifyRequest, Omit<SentReport, 'body'>>();

const readBody = async (laksa: ServeApiMeans, request: FastifyRequest): Promise<void> => {
  const { body, ...files } = await readSentReport(laksa, request);
  request.body = body;
  sentFiles.set(request, files);
};

export const createReportRoute = (server: Server, laksa: ServeApiMeans): void => {
  const config = { access: { key: 'report:create' } satisfies Access };
  server.post(
    '/api/v1/reports',
    { config, schema, attachValidation: true, preValidation: (request) => readBody(laksa, request) },
    async (request, reply) => {
      if (request.validationError !== undefined) await dropFiles(request);
      const refused = refuseShape(request, reply);
      if (refused !== null) return refused;
      const ground = await groundOf(laksa, request);
      const words = filingFrom(request.body, ground);
      if (!words.ok) {
        await dropFiles(request);
        return sendProblems(reply, words.refusal);
      }
      const sent = request.headers['idempotency-key'] ?? request.body.nonce;
      const { filed, refusedPhotos } = await file(laksa, request, { words: words.value, body: request.body, sent });
      if (!filed.ok) {
        await dropFiles(request);
        return sendKeyReused(reply, filed.refusal.number);
      }
      return answer(laksa, reply, filed.value, {
        isDanger: isDangerous(ground.city, said(request.body)),
        refusedPhotos: [...refusedPhotos, ...filed.value.leftPhotos],
      });
    },
  );
};

/** What is refused leaves nothing behind, no picture either: before it is told so. */
const dropFiles = async (request: FastifyRequest): Promise<void> => {
  await sentFiles.get(request)?.drop();
};

const said = ({ category = '', title = '', description, place = '' }: ReportBody) => ({
  category,
  title,
  description,
  place,
});

const groundOf = async (laksa: ServeApiMeans, { tenant }: FastifyRequest) => {
  const city = await currentCity(laksa, tenant);
  return { city, today: localDay(tenant.clock.now().toISOString(), tenant.zone) };
};

type Sent = { readonly words: FilingWords; readonly body: ReportBody; readonly sent: string | undefined };

type Attempt = { readonly filed: Result<Filed, NonceReused>; readonly refusedPhotos: readonly RefusedPhoto[] };

const file = async (laksa: ServeApiMeans, request: FastifyRequest, { words, body, sent }: Sent): Promise<Attempt> => {
  const { keyId, post } = ownKey(request);
  const nonce = nonceOf({ keyId, sent, body, at: laksa.clock.now() });
  const language = body.language ?? request.language;
  const { tenant } = request;
  const staged = await sentFiles.get(request)?.stageUnder(formStage(laksa.keyring, tenant.id, nonce));
  const filing = { ...words, language, channel: 'api', nonce, actor: { kind: 'post', post } } as const;
  return { filed: await fileOnce(laksa, tenant, filing), refusedPhotos: staged?.refused ?? [] };
};

const ownKey = (request: FastifyRequest): KeyIdentity => {
  const key = keyOf(request);
  if (key === undefined) throw new Error('this route was reached without a key');
  return key;
};

/** What it is told of besides its number. */
type Told = Pick<FiledPass, 'isDanger' | 'refusedPhotos'>;

const answer = async (
  laksa: ServeApiMeans,
  reply: FastifyReply,
  filed: Filed,
  { isDanger, refusedPhotos }: Told,
): Promise<FastifyReply> => {
  const { tenant } = reply.request;
  const { droppedFiles = [] } = sentFiles.get(reply.request) ?? {};
  const dropped = [...droppedFiles, ...refusedPhotos.map(({ name }) => name)];
  const state = filed.isNew
    ? 'received'
    : await laksa.database.inTenant(tenant.id, (tx) => readState(tx, tenant.id, filed.reportId), { readOnly: true });
  const content = {
    reportId: filed.reportId,
    showsCode: filed.claimCode !== null,
    isRepeat: false,
    isDanger,
    isPlaceUnsure: false,
    isVillageOpen: false,
    region: null,
    refusedPhotos,
  };
  const pass = sealFiledPass({ keyring: laksa.keyring, tenantId: tenant.id }, content, laksa.clock.now());
  return reply
    .code(filed.isNew ? 201 : 200)
    .header('location', `${tenant.origin}/api/v1/reports/${filed.number}`)
    .send({
      number: filed.number,
      claim_code: filed.claimCode,
      receipt_url: `${tenant.origin}/lapor/tanda-terima?surat=${pass}`,
      tracking_url: `${tenant.origin}/lacak?nomor=${filed.number}`,
      state,
      danger: isDanger,
      ...(dropped.length > 0 ? { dropped_files: dropped } : {}),
    });
};
