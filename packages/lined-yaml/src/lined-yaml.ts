import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import type { z } from 'zod'
import { unknownName } from './nearest-name.ts'

/** Something wrong in a file, where a person can find it. */
export type Problem = { readonly file: string; readonly line: number; readonly what: string }

export type Entry = { readonly name: string; readonly value: Node; readonly line: number }

export const printed = ({ file, line, what }: Problem): string => `${file}:${line} ${what}`

/** YAML whose every part knows its line. Reading never throws: it notes a problem and answers undefined. */
export class LinedYaml {
  readonly file: string
  readonly root: Node | null
  readonly problems: Problem[] = []
  readonly #lines = new LineCounter()
  readonly #document: Document.Parsed
  readonly #text: string

  constructor(file: string, text: string) {
    this.file = file
    this.#text = text
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false })
    this.root = this.#document.contents
    for (const { pos, message } of [...this.#document.errors, ...this.#document.warnings]) {
      this.problems.push({ file, line: this.#lines.linePos(pos[0]).line, what: message })
    }
  }

  lineOf(node: Node | null): number {
    return Math.max(1, this.#lines.linePos(node?.range?.[0] ?? 0).line)
  }

  /** A node as it was written, from its own first character; lines below keep their indentation. */
  written(node: Node): string {
    const [from = 0, until = 0] = node.range ?? []
    return this.#text.slice(from, until).trimEnd()
  }

  /** The entries of a file that is one mapping, as they were written, by their names; of any other file none. */
  writtenEntries(): ReadonlyMap<string, string> {
    const items = isMap<Node, Node | null>(this.root) ? this.root.items : []
    return new Map(
      items.map(({ key, value }) => {
        const from = key.range?.[0] ?? 0
        return [String(this.plain(key)), this.#text.slice(from, value?.range?.[1] ?? from).trimEnd()]
      }),
    )
  }

  plain(node: Node): unknown {
    return node.toJS(this.#document)
  }

  refuse(at: Node | null | number, what: string): undefined {
    this.problems.push({ file: this.file, line: typeof at === 'number' ? at : this.lineOf(at), what })
  }

  /** The node as the schema has it, whole; everything that the schema has otherwise is refused at the line it stands on. */
  checked<Value>(node: Node | null, what: string, schema: z.ZodType<Value>): Value | undefined {
    if (!node) return this.refuse(node, `${what} is empty`)
    const noted = this.problems.length
    visit(node, { Alias: (_, alias) => this.refuse(alias, 'an alias; write it out') })
    if (this.problems.length > noted) return undefined
    const read = schema.safeParse(this.plain(node))
    if (read.success) return read.data
    for (const issue of read.error.issues) {
      const at = this.#nearest(node, issue.path)
      const where = [what, issue.path.join('.')].filter(Boolean).join(' ')
      if (issue.code !== 'unrecognized_keys') this.refuse(at, `${where}: ${issue.message}`)
      else for (const key of issue.keys) this.refuse(this.#lineOfKey(at, key), `unknown field ${key} in ${where}`)
    }
  }

  #lineOfKey(node: Node, name: string): number {
    const keys = isMap<Node>(node) ? node.items.map(({ key }) => key) : []
    return this.lineOf(keys.find((key) => isScalar(key) && key.value === name) ?? node)
  }

  /** The node at a path, or the last one on the way that is there. */
  #nearest(node: Node, path: readonly PropertyKey[]): Node {
    for (let length = path.length; length > 0; length--) {
      const found = isMap(node) || isSeq(node) ? node.getIn(path.slice(0, length), true) : undefined
      if (isNode(found) && !isAlias(found)) return found
    }
    return node
  }

  /** Entries of a mapping by name. A key without a value is refused here, so that null goes no further. */
  mapping(node: Node | null, what: string): Map<string, Entry> | undefined {
    if (!isMap<Node, Node | null>(node)) return this.refuse(node, `${what} must be a mapping`)
    if (node.items.length === 0) return this.refuse(node, `${what} is empty`)
    const entries = new Map<string, Entry>()
    for (const { key, value } of node.items) {
      const line = this.lineOf(key)
      if (!isScalar(key) || typeof key.value !== 'string') this.refuse(line, `a name in ${what} must be text`)
      else if (value === null || (isScalar(value) && value.value === null)) this.refuse(line, `${key.value} is null`)
      else entries.set(key.value, { name: key.value, value, line })
    }
    return entries.size === node.items.length ? entries : undefined
  }

  /** A mapping with exactly these names, and perhaps some of the others. */
  record<Name extends string, Other extends string = never>(
    node: Node | null,
    what: string,
    names: readonly Name[],
    others: readonly Other[] = [],
  ): (Record<Name, Entry> & Partial<Record<Other, Entry>>) | undefined {
    const entries = this.mapping(node, what)
    if (!entries) return undefined
    const known: readonly string[] = [...names, ...others]
    const unknown = [...entries.values()].filter(({ name }) => !known.includes(name))
    const missing = names.filter((name) => !entries.has(name))
    for (const { name, line } of unknown) this.refuse(line, unknownName('field', name, known, ` in ${what}`))
    for (const name of missing) this.refuse(node, `${what} has no ${name}`)
    if (unknown.length > 0 || missing.length > 0) return undefined
    return Object.fromEntries(entries) as Record<Name, Entry> & Partial<Record<Other, Entry>>
  }

  list(node: Node | null, what: string): Node[] | undefined {
    if (!isSeq<Node>(node)) return this.refuse(node, `${what} must be a list`)
    if (node.items.length === 0) return this.refuse(node, `${what} is an empty list`)
    return node.items
  }

  text(node: Node | null, what: string): string | undefined {
    if (!isScalar(node) || typeof node.value !== 'string') return this.refuse(node, `${what} must be text`)
    if (node.value.trim() === '') return this.refuse(node, `${what} is empty`)
    return node.value
  }
}
