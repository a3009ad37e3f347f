import type { SourceFile } from './source-tree.ts';

/** Something a rule objects to: where, counted from 1, and the words it objects to. */
export type Objection = { readonly line: number; readonly what: string };

/** A rule of the house that no ready-made linter has. `find` is a pure function over the text of one file. */
export type SourceRule = {
  readonly name: string;
  readonly why: string;
  readonly appliesTo: (path: string) => boolean;
  readonly find: (file: SourceFile) => readonly Objection[];
};
