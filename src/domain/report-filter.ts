import type { ReportState } from './report.ts';

/** By what the public reports are cut, as it stands in an address; an empty one cuts nothing. */
export const filterNames = [
  'keadaan',
  'jenis',
  'tentang',
  'wilayah',
  'instansi',
  'waktu',
  'dari',
  'sampai',
  'batas',
] as const;
export type FilterName = (typeof filterNames)[number];
export type Choices = Readonly<Record<FilterName, string>>;

/** Every choice by its name. */
export const choicesFrom = (value: (name: FilterName) => string): Choices => ({
  keadaan: value('keadaan'),
  jenis: value('jenis'),
  tentang: value('tentang'),
  wilayah: value('wilayah'),
  instansi: value('instansi'),
  waktu: value('waktu'),
  dari: value('dari'),
  sampai: value('sampai'),
  batas: value('batas'),
});

/** Nothing is cut. */
export const noChoices: Choices = choicesFrom(() => '');

/** Longer than any choice that a city knows. */
export const longestChoice = 80;

/** States as people look for them: each state stands in one group. */
export const stateGroups = {
  menunggu: ['received', 'needs_info', 'verified', 'assigned'],
  dikerjakan: ['in_progress', 'answered', 'disputed', 'transferred'],
  dijawab: ['resolved'],
  selesai: ['closed'],
  ditolak: ['rejected'],
} as const satisfies Readonly<Record<string, readonly ReportState[]>>;

export type StateGroup = keyof typeof stateGroups;

export const isStateGroup = (value: string): value is StateGroup => Object.hasOwn(stateGroups, value);

/** In the order of a report's way. */
export const stateGroupNames: readonly StateGroup[] = Object.keys(stateGroups).filter(isStateGroup);

/** What the city has still to answer, of whatever group. */
export const openChoice = 'terbuka';
export const openStates: readonly ReportState[] = [...stateGroups.menunggu, ...stateGroups.dikerjakan];

/** Days back from now. */
export const spans = ['7', '30', '365'] as const;
export const dues = ['lewat', 'dalam'] as const;

/** Before the slug of a group, where that of a category may stand. */
export const groupMark = 'kelompok:';
