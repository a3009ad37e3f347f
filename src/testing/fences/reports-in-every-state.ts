import type { MoveCommand } from '../../domain/move.ts';
import type { Tenant } from '../../platform/tenant/tenant.ts';
import type { Filing } from '../../store/file-report.ts';
import type { Installation } from '../../store/installation.ts';
import { fileSample, moved, readCity } from '../report-life.ts';

const standIns = [
  'received',
  'needs_info',
  'verified',
  'assigned',
  'in_progress',
  'request',
  'answered',
  'resolved',
  'disputed',
  'transferred',
  'merged',
  'secret',
  'berkadar',
  'berkadar_answered',
  'berkadar_answered_by_inspectorate',
  'berkadar_disputed',
  'assigned_for_good',
] as const;
/** A report that stands where, or is what, it is called. */
export type StandIn = (typeof standIns)[number];

type Step = { readonly by: string | { readonly kind: 'reporter' }; readonly command: MoveCommand };

/** One report each, brought there by the real moves; work is in the hands of `petugas-pupr`. */
export const reportsInEveryState = async (
  laksa: Installation,
  city: Tenant,
): Promise<Readonly<Record<StandIn, string>>> => {
  const ways = await waysOf(laksa, city);
  const numbers = new Map<StandIn, string>();
  for (const standIn of standIns) numbers.set(standIn, await bringTo(laksa, city, ways[standIn]));
  const numberOf = (standIn: StandIn): string => numbers.get(standIn) ?? '';
  return {
    received: numberOf('received'),
    needs_info: numberOf('needs_info'),
    verified: numberOf('verified'),
    assigned: numberOf('assigned'),
    in_progress: numberOf('in_progress'),
    request: numberOf('request'),
    answered: numberOf('answered'),
    resolved: numberOf('resolved'),
    disputed: numberOf('disputed'),
    transferred: numberOf('transferred'),
    merged: numberOf('merged'),
    secret: numberOf('secret'),
    berkadar: numberOf('berkadar'),
    berkadar_answered: numberOf('berkadar_answered'),
    berkadar_answered_by_inspectorate: numberOf('berkadar_answered_by_inspectorate'),
    berkadar_disputed: numberOf('berkadar_disputed'),
    assigned_for_good: numberOf('assigned_for_good'),
  };
};

type Way = { readonly filing?: Partial<Filing>; readonly steps: readonly Step[] };

const bringTo = async (laksa: Installation, city: Tenant, { filing = {}, steps }: Way): Promise<string> => {
  const { number } = await fileSample(laksa, city, filing);
  for (const step of steps) await moved(laksa, city, { number, ...step });
  return number;
};

const waysOf = async (laksa: Installation, city: Tenant): Promise<Readonly<Record<StandIn, Way>>> => {
  const { categories, posts } = await readCity(laksa, city);
  const officer = posts.find(({ slug }) => slug === 'petugas-pupr');
  const inspectorate = posts.find(({ slug }) => slug === 'inspektorat');
  const categoryId = categories.find(({ slug }) => slug === 'lampu-jalan')?.id ?? '';
  const said = { reason: 'other', message: 'Kata-kata.' } as const;
  const publish = { title: 'Judul', description: 'Isi.', photos: [] };
  const verify: Step = { by: 'verifikator', command: { move: 'verify', class: 'complaint', categoryId, publish } };
  const request: Step = {
    by: 'verifikator',
    command: { move: 'verify', class: 'information_request', categoryId, publish },
  };
  const berkadar: Step = { by: 'verifikator', command: { move: 'verify', class: 'berkadar', categoryId, publish } };
  const assign: Step = {
    by: 'koordinator',
    command: { move: 'assign', postId: officer?.id ?? '', agencyId: officer?.agencyId ?? '' },
  };
  const accept: Step = { by: 'petugas-pupr', command: { move: 'accept', message: 'Kami periksa.' } };
  const answer: Step = { by: 'petugas-pupr', command: { move: 'answer', message: 'Sudah.', proof: [] } };
  const approve: Step = { by: 'validator', command: { move: 'approve' } };
  const dispute: Step = {
    by: { kind: 'reporter' },
    command: { move: 'dispute', reason: 'not_done', message: 'Belum.' },
  };
  const giveBack: Step = { by: 'petugas-pupr', command: { move: 'return_to_coordinator', ...said } };
  const byInspectorate = ({ command }: Step): Step => ({ by: 'inspektorat', command });
  const own: Step = {
    by: 'inspektorat',
    command: { move: 'assign', postId: inspectorate?.id ?? '', agencyId: inspectorate?.agencyId ?? '' },
  };
  const primary = await fileSample(laksa, city);
  return {
    received: { steps: [] },
    needs_info: { steps: [{ by: 'verifikator', command: { move: 'ask_reporter', ...said } }] },
    verified: { steps: [verify] },
    assigned: { steps: [verify, assign] },
    in_progress: { steps: [verify, assign, accept] },
    request: { filing: { kind: 'information_request' }, steps: [request, assign, accept] },
    answered: { steps: [verify, assign, accept, answer] },
    resolved: { steps: [verify, assign, accept, answer, approve] },
    disputed: { steps: [verify, assign, accept, answer, approve, dispute] },
    transferred: {
      steps: [verify, { by: 'koordinator', command: { move: 'transfer', ...said, authority: 'Kementerian' } }],
    },
    merged: { steps: [verify, { by: 'verifikator', command: { move: 'merge', primaryId: primary.reportId } }] },
    secret: { filing: { isSecret: true }, steps: [verify] },
    berkadar: { steps: [berkadar] },
    berkadar_answered: { steps: [berkadar, byInspectorate(assign), accept, answer] },
    berkadar_answered_by_inspectorate: {
      steps: [berkadar, own, byInspectorate(accept), byInspectorate(answer)],
    },
    berkadar_disputed: { steps: [berkadar, byInspectorate(assign), accept, answer, byInspectorate(approve), dispute] },
    assigned_for_good: { steps: [verify, assign, giveBack, assign, giveBack, assign] },
  };
};
