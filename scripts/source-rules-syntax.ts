import ts from 'typescript';
import type { Objection } from './source-rules-type.ts';
import type { SourceFile } from './source-tree.ts';

/** What an expression objects to, or nothing. */
export type Judge = (node: ts.Node) => string | undefined;

/** Shows every node of a file to a judge. */
export function judgeEach(judge: Judge): (file: SourceFile) => readonly Objection[] {
  return ({ path, text }) => {
    const source = parse(path, text);
    const objections: Objection[] = [];
    const visit = (node: ts.Node): void => {
      const what = judge(node);
      if (what) objections.push({ line: lineOf(node, source), what });
      ts.forEachChild(node, visit);
    };
    visit(source);
    return objections;
  };
}

// One file is read by several rules in a row: remember the last tree.
let parsed: ts.SourceFile | undefined;

export function parse(path: string, text: string): ts.SourceFile {
  if (parsed?.fileName !== path || parsed.text !== text) {
    const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    parsed = ts.createSourceFile(path, text, ts.ScriptTarget.ES2024, true, kind);
  }
  return parsed;
}

function lineOf(node: ts.Node, source: ts.SourceFile): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
