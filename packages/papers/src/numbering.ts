import { chineseNumeral } from './chinese-numeral.ts'
import type { Block, HeadingLevel, Words } from './paper.ts'
import { plain } from './words.ts'

const marks: Record<HeadingLevel, (place: number) => string> = {
  1: (place) => `${chineseNumeral(place)}、`,
  2: (place) => `（${chineseNumeral(place)}）`,
  3: (place) => `${place}.`,
  4: (place) => `（${place}）`,
}

const written: Record<HeadingLevel, RegExp> = {
  1: /^[一二三四五六七八九十百千零]+、\s*/,
  2: /^[（(][一二三四五六七八九十百千零]+[）)]\s*/,
  3: /^\d{1,3}[.．、]\s*(?!\d)/,
  4: /^[（(]\d{1,3}[）)]\s*/,
}

/** A heading's words without the number that somebody typed before them. */
export const withoutNumber = (text: string, level: HeadingLevel): string => text.replace(written[level], '')

/** The blocks with the number of every heading before its words; a typed number gives way to the counted one. */
export function numbered(body: readonly Block[]): Block[] {
  const counts = [0, 0, 0, 0]
  return body.map((block) => {
    if (block.kind !== 'heading') return block
    const { level } = block
    counts.fill(0, level)
    if (block.isNumbered === false) return block
    counts[level - 1]!++
    return { ...block, words: [marks[level](counts[level - 1]!), ...bare(block.words, level)] }
  })
}

function bare(words: Words, level: HeadingLevel) {
  if (typeof words === 'string') return [withoutNumber(words, level)]
  const [first, ...rest] = words
  if (first === undefined) return []
  const text = withoutNumber(plain([first]), level)
  return [typeof first === 'string' ? text : { ...first, text }, ...rest]
}
