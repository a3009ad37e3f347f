import ts from 'typescript';
import { isDelivered } from './source-rules-paths.ts';
import { judgeEach } from './source-rules-syntax.ts';
import type { SourceRule } from './source-rules-type.ts';

/** Rules that read the markup of views and components. */
export const markupRules: readonly SourceRule[] = [
  {
    name: 'no-inline-style-or-script',
    why: 'The content security policy forbids inline style and script: the browser would drop it without a word.',
    appliesTo: (path) => isDelivered(path) && path.endsWith('.tsx'),
    find: judgeEach(judgeMarkup),
  },
];

function judgeMarkup(node: ts.Node): string | undefined {
  if (ts.isJsxAttribute(node)) return judgeAttribute(node);
  if (!ts.isJsxOpeningLikeElement(node)) return undefined;
  if (node.tagName.getText() === 'style') return '<style>';
  if (node.tagName.getText() !== 'script') return undefined;
  return isHarmlessScript(node) ? undefined : '<script> without src';
}

function judgeAttribute(attribute: ts.JsxAttribute): string | undefined {
  const name = attribute.name.getText();
  if (name === 'style') return 'style=';
  if (name === 'dangerouslySetInnerHTML') return name;
  const isText = attribute.initializer !== undefined && ts.isStringLiteral(attribute.initializer);
  return isText && /^on[a-z]/i.test(name) ? `${name}=` : undefined;
}

/** A script from a file, or a block of data, which a browser does not run. */
function isHarmlessScript(element: ts.JsxOpeningLikeElement): boolean {
  return element.attributes.properties.some(
    (property) =>
      ts.isJsxAttribute(property) && /^src$|^type=["']application\/(ld\+)?json["']$/.test(attributeText(property)),
  );
}

function attributeText(attribute: ts.JsxAttribute): string {
  return attribute.name.getText() === 'src' ? 'src' : attribute.getText();
}
