import { sourceFiles, textOf } from './source-files.ts'
import { nameOf, syntaxOf } from './syntax.ts'

export type Title = { readonly file: string; readonly text: string }

/** The title of every test, also of those in a contract that several test files run. */
export const testTitles: readonly Title[] = sourceFiles
  .filter((file) => /from 'vitest'/.test(textOf(file)))
  .flatMap((file) => titlesIn(file).map((text) => ({ file, text })))

function titlesIn(file: string): string[] {
  return syntaxOf(file).nodes.flatMap((node) => {
    if (
      node.type !== 'CallExpression' ||
      !/^(test|it)(\.(each|for|skipIf|runIf|only|skip|concurrent|fails))*$/.test(nameOf(node))
    )
      return []
    const [title, work] = node.arguments as {
      type: string
      value?: unknown
      quasis?: { value: { cooked: string } }[]
    }[]
    // The inner call of `test.each(table)(title, work)` has no title: its only argument is the table.
    if (!work || title?.type === 'ArrayExpression') return []
    return [title?.quasis ? title.quasis.map(({ value }) => value.cooked).join('…') : String(title?.value)]
  })
}
