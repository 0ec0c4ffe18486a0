import { readFileSync } from 'node:fs'
import ts from 'typescript'

export type Literal = { line: number; text: string }

/** Attributes that are read by people. */
const READ = new Set(
  'alt aria-description aria-label aria-roledescription caption confirm description empty heading hint label lead legend message pendingLabel placeholder submitLabel summary title what'.split(
    ' ',
  ),
)
/** What stands in these is typed into a machine, and the same in every language. */
const CODE = new Set(['code', 'kbd', 'pre', 'samp', 'Key', 'Command', 'CopyText', 'Mono'])

const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text)
/** Words as in a sentence: a capital first or a full stop, and a space between words. Class names and addresses are none. */
const isSentence = (text: string): boolean =>
  /\p{L}+[,;:]? \p{L}+/u.test(text) && (/^[“„(]?\p{Lu}/u.test(text.trim()) || /[.!?…]$/.test(text.trim()))

/**
 * The texts of a module that somebody would read and that stand in it literally, where they should come from `lib/i18n`.
 * Of a module of the library: the sentences.
 */
export function literalsIn(file: string): Literal[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Literal[] = []
  const add = (node: ts.Node, text: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    found.push({ line: line + 1, text: text.trim().replaceAll(/\s+/g, ' ').slice(0, 120) })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return
    if (ts.isJsxElement(node) && CODE.has(node.openingElement.tagName.getText())) return
    if (ts.isJsxText(node) && hasWord(node.text)) add(node, node.text)
    if (ts.isJsxAttribute(node)) {
      const name = node.name.getText()
      if (name === 'className') return
      if (READ.has(name)) for (const text of stringsOf(node.initializer)) if (hasWord(text)) add(node, text)
      if (READ.has(name)) return
    }
    if (ts.isCallExpression(node) && SAYING.has(node.expression.getText())) {
      node.arguments.slice(1).forEach(visit)
      return
    }
    for (const text of ownText(node)) if (isSentence(text)) add(node, text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Faults are for the operator, in English. */
const SAYING = new Set(['Error', 'TypeError', 'RangeError', 'console.log', 'console.error', 'cx'])

function ownText(node: ts.Node): string[] {
  const made = node.parent as ts.Node | undefined
  if (made && ts.isNewExpression(made) && SAYING.has(made.expression.getText())) return []
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text]
  if (ts.isTemplateExpression(node))
    return [[node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' x ')]
  return []
}

/** The strings an attribute can have: literally, or by a condition. */
function stringsOf(node: ts.Node | undefined): string[] {
  if (!node) return []
  const own = ownText(node)
  if (own.length > 0) return own
  if (ts.isJsxExpression(node)) return stringsOf(node.expression)
  if (ts.isConditionalExpression(node)) return [...stringsOf(node.whenTrue), ...stringsOf(node.whenFalse)]
  if (ts.isBinaryExpression(node)) return [...stringsOf(node.left), ...stringsOf(node.right)]
  if (ts.isParenthesizedExpression(node)) return stringsOf(node.expression)
  return []
}
