import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'
import type { FontPart, Typeface } from './typeface.ts'

const require = createRequire(import.meta.url)

type Slice = { readonly name: string; readonly ranges: readonly (readonly [number, number])[] }

/** A variable font that is published in slices for the web: each slice is read when a character of it is printed. */
export function slicedTypeface(packageName: string, weight: number): Typeface {
  const folder = dirname(require.resolve(`${packageName}/package.json`))
  const family = packageName.slice(packageName.lastIndexOf('/') + 1)
  let slices: Promise<Slice[]> | undefined
  return {
    async load(characters) {
      slices ??= readSlices(join(folder, 'unicode.json'))
      const wanted = new Map<string, string[]>()
      for (const character of characters) {
        const slice = sliceOf(await slices, character.codePointAt(0)!)
        if (slice) wanted.set(slice.name, [...(wanted.get(slice.name) ?? []), character])
      }
      const parts: FontPart[] = []
      for (const [name, some] of wanted) {
        const slice = await readFile(join(folder, 'files', `${family}-${name}-wght-normal.woff2`))
        const font = await subsetFont(slice, some.join(''), {
          targetFormat: 'truetype',
          variationAxes: { wght: weight },
        })
        parts.push({ characters: new Set(some), font })
      }
      return parts
    },
  }
}

const readSlices = async (file: string): Promise<Slice[]> =>
  Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, string>).map(([name, ranges]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: ranges.split(',').map((range) => {
      const [from, to] = range.replace('U+', '').split('-')
      return [Number.parseInt(from!, 16), Number.parseInt(to ?? from!, 16)] as const
    }),
  }))

const sliceOf = (slices: readonly Slice[], code: number): Slice | undefined =>
  slices.find(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to))
