import { expect, test } from 'vitest';
import { clockKinds, clockOutcomes, type ClockKind, type ClockOutcome } from '../../domain/clocks.ts';
import { eventKinds, type EventKind } from '../../domain/event.ts';
import { moveNames, type MoveName } from '../../domain/move.ts';
import { postNoticeKinds, type PostNoticeKind } from '../../domain/post-notices.ts';
import { reasons } from '../../domain/reasons.ts';
import type { Problem, Refusal } from '../../domain/refusal.ts';
import { stateGroups } from '../../domain/report-filter.ts';
import * as report from '../../domain/report.ts';
import { roles, type Role } from '../../domain/role.ts';
import { formatRemaining } from '../../platform/i18n/format.ts';
import type { Catalogue } from '../../platform/i18n/translator.ts';
import { en } from './en/catalogue.ts';
import { id } from './id/catalogue.ts';
import { textFor } from './text.ts';

const { state } = id;
const names = (words: object): readonly string[] => Object.keys(words).toSorted();
const sorted = (list: readonly string[]): readonly string[] => list.toSorted();

test('every name of the rules has words, and no word is left from a rule that is gone', () => {
  // The records are checked by the compiler, the lists here.
  const refusals: Record<Refusal['kind'], string> = id.refusal.kind;
  const problems: Record<Problem, string> = id.refusal.problem;
  expect(Object.values({ ...refusals, ...problems }).every((words) => words.length > 0)).toBe(true);
  expect(names(state.report satisfies Record<report.ReportState, string>)).toEqual(sorted(report.reportStates));
  expect(names(state.meaning satisfies Record<report.ReportState, string>)).toEqual(sorted(report.reportStates));
  expect(names(state.kind satisfies Record<report.ReportKind, string>)).toEqual(sorted(report.reportKinds));
  expect(names(state.class satisfies Record<report.ReportClass, string>)).toEqual(sorted(report.reportClasses));
  expect(names(state.closed satisfies Record<report.ClosedReason, string>)).toEqual(sorted(report.closedReasons));
  expect(names(state.publication satisfies Record<report.Publication, string>)).toEqual(sorted(report.publications));
  expect(names(state.role satisfies Record<Role, string>)).toEqual(sorted(roles));
  expect(names(state.clock satisfies Record<ClockKind, string>)).toEqual(sorted(clockKinds));
  expect(names(state.clockOutcome satisfies Record<ClockOutcome, string>)).toEqual(sorted(clockOutcomes));
  expect(names(state.event satisfies Record<EventKind, string>)).toEqual(sorted(eventKinds));
  expect(names(id.postNotice.kind satisfies Record<PostNoticeKind, string>)).toEqual(sorted(postNoticeKinds));
  expect(names(state.move satisfies Record<MoveName | 'file', string>)).toEqual(sorted([...moveNames, 'file']));
});

test('the filter calls each state of a group of several as its badge does', () => {
  const groups = Object.values(stateGroups).filter(({ length }) => length > 1);
  for (const { publicReport, state: own } of [id, en])
    for (const one of groups.flat())
      expect(publicReport.filter.stateHint).toMatch(new RegExp(`[:,] ${own.report[one]}[,.]`, 'i'));
  expect([en.state.report.resolved, en.state.report.closed, en.state.report.rejected]).toEqual([
    en.publicReport.filter.stateOf.dijawab,
    en.publicReport.filter.stateOf.selesai,
    en.publicReport.filter.stateOf.ditolak,
  ]);
});

test('every reason of every move has words', () => {
  const worded = Object.entries(id.reason).map(([move, words]) => [move, names(words)] as const);
  const ruled = Object.entries(reasons).map(([move, codes]) => [move, sorted(codes)] as const);
  expect(Object.fromEntries(worded)).toEqual(Object.fromEntries(ruled));
});

test('both languages leave the same gaps in the same texts', () => {
  const english = new Map(textsOf(en).map(({ key, text }) => [key, gapsOf(text)]));
  for (const { key, text } of textsOf(id)) expect({ key, gaps: english.get(key) }).toEqual({ key, gaps: gapsOf(text) });
});

test('no text is empty or has stray blanks', () => {
  for (const { key, text } of [...textsOf(id), ...textsOf(en)]) {
    expect({ key, text }).toEqual({ key, text: text.trim().replaceAll(/ {2,}/g, ' ') });
    expect({ key, isEmpty: text === '' }).toEqual({ key, isEmpty: false });
  }
});

test('remaining time reads as people say it', () => {
  const words = (due: string, language: 'id' | 'en') =>
    formatRemaining(due, '2026-11-24T00:00:00.000Z', textFor(language));
  expect(words('2026-11-24T05:30:00.000Z', 'id')).toBe('5 jam lagi');
  expect(words('2026-11-22T00:00:00.000Z', 'id')).toBe('lewat 2 hari');
  expect(words('2026-11-24T01:30:00.000Z', 'en')).toBe('1 hour left');
  expect(words('2026-11-21T00:00:00.000Z', 'en')).toBe('3 days late');
});

/** All texts with their dotted keys, plural forms apart. */
const textsOf = (words: Catalogue, prefix = ''): readonly { readonly key: string; readonly text: string }[] =>
  Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'string' ? [{ key: `${prefix}${name}`, text: value }] : textsOf(value, `${prefix}${name}.`),
  );

const gapsOf = (text: string): readonly string[] => sorted([...text.matchAll(/{{(.*?)}}/g)].map(([, gap = '']) => gap));
