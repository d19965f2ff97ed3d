import { type AST, parse } from 'svelte/compiler'

/** Attributes, and properties of our own components, that people see or hear. */
const spoken =
  /^(title|alt|placeholder|label|legend|hint|heading|caption|description|message|text|summary|aria-(label|description|roledescription|valuetext|placeholder))$/

/**
 * Text in the markup of a component that people would read and that no message says: letters between tags, in a
 * spoken attribute, or in a string that an expression shows. Each as it stands in the source, with its line.
 */
export function visibleText(source: string): string[] {
  const found: string[] = []
  const note = (text: string, start: number) => {
    if (/\p{L}/u.test(text)) found.push(`line ${source.slice(0, start).split('\n').length}: ${text.trim()}`)
  }
  walk(parse(source, { modern: true }).fragment, note)
  return found
}

type Note = (text: string, start: number) => void

function walk(node: unknown, note: Note): void {
  if (Array.isArray(node)) return node.forEach((child) => walk(child, note))
  if (!isNode(node)) return
  if (node.type === 'Text') return note(node.data, node.start)
  if (node.type === 'ExpressionTag') return shown(node.expression, note)
  if (node.type === 'Attribute') return spoken.test(node.name) ? attribute(node, note) : undefined
  if (node.type === 'RegularElement' && (node.name === 'style' || node.name === 'script')) return
  for (const key of [
    'attributes',
    'fragment',
    'nodes',
    'consequent',
    'alternate',
    'body',
    'fallback',
    'pending',
    'then',
    'catch'
  ]) {
    walk((node as unknown as Record<string, unknown>)[key], note)
  }
}

function attribute({ value }: AST.Attribute, note: Note): void {
  if (value === true) return
  for (const part of Array.isArray(value) ? value : [value]) walk(part, note)
}

/** The strings that an expression may turn into; what a function is given is that function's business. */
function shown(expression: AST.ExpressionTag['expression'], note: Note): void {
  const start = 'start' in expression && typeof expression.start === 'number' ? expression.start : 0
  if (expression.type === 'Literal' && typeof expression.value === 'string') note(expression.value, start)
  if (expression.type === 'TemplateLiteral') note(expression.quasis.map(({ value }) => value.raw).join(' '), start)
  if (expression.type === 'ConditionalExpression') {
    shown(expression.consequent, note)
    shown(expression.alternate, note)
  }
  if (expression.type === 'LogicalExpression') shown(expression.right, note)
  if (expression.type === 'BinaryExpression' && expression.operator === '+') {
    if (expression.left.type !== 'PrivateIdentifier') shown(expression.left, note)
    shown(expression.right, note)
  }
}

function isNode(node: unknown): node is AST.SvelteNode {
  return typeof node === 'object' && node !== null && 'type' in node
}
