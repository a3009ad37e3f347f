import type { MoveCommand } from '../move.ts';
import type { ReportClass } from '../report.ts';
import { idOf, posts, roads } from './city.ts';

/** Moves as people make them, each carrying what it must. */
export const category = idOf(700);

export const verify = (as: ReportClass = 'complaint'): MoveCommand => ({
  move: 'verify',
  class: as,
  categoryId: category,
  publish: { title: 'Jalan berlubang', description: 'Lubang besar di depan sekolah.', photos: [] },
});

export const assign = (
  post: { readonly id: string; readonly agencyId: string | null } = posts.roadsOfficer,
): MoveCommand => ({
  move: 'assign',
  postId: post.id,
  agencyId: post.agencyId ?? roads,
});

export const accept: MoveCommand = { move: 'accept', message: 'Kami periksa hari ini.' };
export const answer: MoveCommand = { move: 'answer', message: 'Lubang sudah ditambal.', proof: [] };
export const approve: MoveCommand = { move: 'approve' };
export const confirm: MoveCommand = { move: 'confirm', rating: 5 };
export const withdraw: MoveCommand = { move: 'withdraw' };
export const sendBack: MoveCommand = { move: 'send_back', reason: 'proof_missing', message: 'Mohon foto sesudah.' };
export const ask: MoveCommand = { move: 'ask_reporter', reason: 'place_unclear', message: 'Di jalan apa?' };
export const provide: MoveCommand = { move: 'provide_info', message: 'Jalan Melati.' };
export const giveBack: MoveCommand = {
  move: 'return_to_coordinator',
  reason: 'not_our_task',
  message: 'Jalan provinsi.',
};
export const reject: MoveCommand = { move: 'reject', reason: 'prank', message: 'Laporan ini tidak berisi keluhan.' };
export const dispute: MoveCommand = { move: 'dispute', reason: 'not_done', message: 'Masih berlubang.' };
export const reopen: MoveCommand = { move: 'reopen', reason: 'reporter_is_right', message: 'Kami kerjakan lagi.' };
export const uphold: MoveCommand = {
  move: 'uphold',
  reason: 'answer_is_right',
  message: 'Foto menunjukkan sudah selesai.',
};
export const transfer: MoveCommand = { move: 'transfer', reason: 'province', message: 'Jalan ini milik provinsi.' };
export const comeBack: MoveCommand = { move: 'return_from_transfer', reason: 'not_their_task' };
export const close: MoveCommand = { move: 'close', reference: 'Surat 12/2026' };
export const extend: MoveCommand = { move: 'extend', message: 'Arsipnya di gudang lama.' };
export const promise = (until: string): MoveCommand => ({ move: 'postpone', reason: 'weather', until });
