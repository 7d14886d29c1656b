import { AlignmentType, ImageRun, Paragraph } from 'docx'
import type { Block } from '../paper.ts'
import { notPrinted, type Picture, sizeOf } from '../picture.ts'
import { sizes } from '../sheet.ts'
import { printable } from '../words.ts'
import { paragraph, runs } from './text.ts'

export type Pictures = ReadonlyMap<string, Picture>

/** A picture in the middle, with what it shows and where it is from below it. */
export function pictureOf(block: Extract<Block, { kind: 'picture' }>, pictures: Pictures): Paragraph[] {
  const { caption = '', source } = block
  const picture = pictures.get(block.digest)
  const below = { align: 'center', pitch: 18 } as const
  return [
    picture ? imageIn(picture, printable(caption)) : paragraph(runs(notPrinted, []), below),
    ...(caption ? [paragraph(runs(caption, [], { size: sizes.小四 }), below)] : []),
    ...(source ? [paragraph(runs(source, [], { size: sizes.小五 }), { ...below, pitch: 13 })] : []),
    paragraph([], { pitch: 8 }),
  ]
}

/** In a line as high as itself: the exact lines of the text would cut it off. */
function imageIn(picture: Picture, caption: string): Paragraph {
  const { width, height } = sizeOf(picture)
  const [across, down] = picture.quarters % 2 === 1 ? [height, width] : [width, height]
  const pixels = (size: number) => Math.max(1, Math.round((size * 96) / 72))
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 120, after: 80 },
    children: [
      new ImageRun({
        type: picture.format,
        data: picture.bytes,
        transformation: { width: pixels(across), height: pixels(down), rotation: picture.quarters * 90 },
        altText: { name: caption || '图片', title: caption, description: caption },
      }),
    ],
  })
}
