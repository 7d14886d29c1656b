import { getDocumentProxy } from 'unpdf'
import type { Block, Paper, Words } from './paper.ts'

export const madeAt = new Date('2026-03-02T08:00:00Z')

/** A paper with as little in it as a test needs. */
export const aPaper = (body: readonly (Block | string)[] = [], changed: Partial<Paper> = {}): Paper => ({
  title: '关于某事的函',
  body: body.map((block) => (typeof block === 'string' ? { kind: 'paragraph', words: block } : block)),
  madeAt,
  ...changed,
})

export const heading = (level: 1 | 2 | 3 | 4, words: Words): Block => ({ kind: 'heading', level, words })

export type Item = { readonly text: string; readonly x: number; readonly y: number; readonly isAslant: boolean }

/** What stands on each page of a PDF, piece by piece, its base line measured in points from the upper left corner. */
export async function pagesIn(file: Uint8Array): Promise<Item[][]> {
  const pdf = await getDocumentProxy(new Uint8Array(file))
  const pages: Item[][] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const { items } = await page.getTextContent({ disableNormalization: true })
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, slope, , , x, y] = item.transform as number[]
        return [{ text: item.str, x: x!, y: 841.89 - y!, isAslant: Math.abs(slope!) > 0.01 }]
      }),
    )
  }
  return pages
}

const joined = (items: readonly Item[]): string =>
  items
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '')

/** The words of each page, without spaces and without the watermark. */
export const wordsIn = async (file: Uint8Array): Promise<string[]> =>
  (await pagesIn(file)).map((page) => joined(page.filter(({ isAslant }) => !isAslant)))

export const aslantIn = async (file: Uint8Array): Promise<string[]> =>
  (await pagesIn(file)).map((page) => joined(page.filter(({ isAslant }) => isAslant)))
