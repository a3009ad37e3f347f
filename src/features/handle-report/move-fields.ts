import type { StaffMove } from './form.ts';
import type { Maker, Making } from './making.ts';
import type { MoveField } from './move-form.view.tsx';
import { assignee, proposedOwner } from './owner-fields.ts';
import { category, categoryOrSame, classField, village, villageOrSame } from './place-and-class-fields.ts';
import {
  maskedDescription,
  publication,
  publish,
  publishDescription,
  publishTitle,
  title,
  withdrawalReason,
} from './publication-fields.ts';
import { proof } from './proof-field.ts';
import { approvePhotos, maskPhotos, publishPhotos } from './shown-photos-field.ts';
import { answer, checks, line, maybe, primary, reason, reference, until, words } from './word-fields.ts';

/** The fields of a move, under the names of the outside contract. */
export const moveFields = (making: Making, move: StaffMove): readonly MoveField[] =>
  makers[move].flatMap((make) => make(making) ?? []);

const makers: { readonly [Move in StaffMove]: readonly Maker[] } = {
  verify: [classField, category, village, publish, publishTitle, publishDescription, publishPhotos],
  ask_reporter: [reason('ask_reporter'), words('staff.field.question')],
  provide_info: [words('staff.field.info')],
  reject: [reason('reject'), words('staff.field.message')],
  assign: [assignee],
  accept: [maybe(words('staff.field.message', 3))],
  return_to_coordinator: [reason('return_to_coordinator'), words('staff.field.returnMessage', 3), proposedOwner],
  postpone: [reason('postpone'), until, maybe(words('staff.field.message', 3))],
  extend: [words('staff.field.extension')],
  answer: [answer, proof],
  send_back: [reason('send_back'), words('staff.field.sendBackMessage')],
  approve: [checks, approvePhotos],
  reopen: [reason('reopen'), words('staff.field.message')],
  uphold: [reason('uphold'), words('staff.field.message')],
  transfer: [
    reason('transfer'),
    line('authority', 'staff.field.outsideAuthority'),
    line('letter', 'staff.field.letter'),
    line('contact', 'staff.field.contact'),
    words('staff.field.message'),
  ],
  return_from_transfer: [reason('return_from_transfer'), maybe(words('staff.field.message', 3))],
  close: [reference, maybe(words('staff.field.message', 3))],
  merge: [primary],
  unmerge: [reason('unmerge'), maybe(words('staff.field.message', 3))],
  reclassify: [classField, categoryOrSame],
  relocate: [villageOrSame, maybe(line('place', 'staff.field.place'))],
  retitle: [title],
  mask: [publication, maskedDescription, maskPhotos, withdrawalReason],
  note: [words('staff.field.note', 3)],
  message: [words('staff.field.message', 3)],
};
