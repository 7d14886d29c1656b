import { parseSync } from 'vite'
import { textOf } from './source-files.ts'

export type Syntax = { readonly type: string; readonly [part: string]: unknown }

/** The syntax tree of a file with every node in it, and its comments. */
export function syntaxOf(file: string): { body: Syntax[]; nodes: Syntax[]; comments: string[] } {
  const { program, comments, errors } = parseSync(file, textOf(file))
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  const tree = program as unknown as Syntax
  return { body: tree.body as Syntax[], nodes: nodesIn(tree), comments: comments.map(({ value }) => value) }
}

function nodesIn(part: unknown): Syntax[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn)
  if (typeof part !== 'object' || part === null) return []
  const below = Object.values(part).flatMap(nodesIn)
  return 'type' in part ? [part as Syntax, ...below] : below
}

/** `a.b.c` as text, whatever is called on the way; empty for anything else. */
export function nameOf(node: unknown): string {
  const { type, name, object, property, callee } = (node ?? {}) as Syntax
  if (type === 'Identifier') return String(name)
  if (type === 'MemberExpression') return `${nameOf(object)}.${nameOf(property)}`
  if (type === 'CallExpression') return nameOf(callee)
  return ''
}
