import type { Block } from '../paper.ts'
import { notPrinted, sizeOf } from '../picture.ts'
import { sizes } from '../sheet.ts'
import { type Box, blank } from './box.ts'
import type { Setter } from './pieces.ts'
import { textBoxes, textWidth } from './text-boxes.ts'

const apart = 8

/** A picture in the middle, with what it shows and where it is from below it, on one page. */
export function pictureBoxes(block: Extract<Block, { kind: 'picture' }>, setter: Setter): Box[] {
  const picture = setter.pictures?.get(block.digest)
  const below = { align: 'center', pitch: 18, staysWithNext: true } as const
  const words = [
    ...(block.caption ? textBoxes(block.caption, setter, { ...below, size: sizes.小四 }) : []),
    ...(block.source ? textBoxes(block.source, setter, { ...below, size: sizes.小五, pitch: 13 }) : []),
  ]
  if (!picture)
    return [...textBoxes(notPrinted, setter, { align: 'center', staysWithNext: true }), ...words, blank(apart)]
  const { width, height } = sizeOf(picture)
  const x = (textWidth - width) / 2
  return [
    {
      height: height + 2 * apart,
      marks: [{ kind: 'picture', digest: block.digest, x, y: apart, width, height }],
      staysWithNext: true,
    },
    ...words,
    blank(apart),
  ]
}
