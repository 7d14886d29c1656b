/** GB/T 9704-2012, in millimetres: A4 with a type area of 22 lines of 28 characters. */
export const sheet = {
  width: 210,
  height: 297,
  top: 37,
  left: 28,
  textWidth: 156,
  textHeight: 225,
  lines: 22,
  characters: 28,
} as const

export const points = (millimetres: number): number => (millimetres * 72) / 25.4

/** Chinese type sizes in points. */
export const sizes = { 一号: 26, 二号: 22, 三号: 16, 四号: 14, 小四: 12, 五号: 10.5, 小五: 9 } as const

/** From one line to the next, and from one character to the next, in points. */
export const linePitch = points(sheet.textHeight) / sheet.lines
export const characterPitch = points(sheet.textWidth) / sheet.characters

/** What a piece of text is set in: 小标宋 for titles, 黑体, 楷体 and 仿宋 for headings and text, 宋体 for page numbers. */
export const faces = ['title', 'hei', 'kai', 'fang', 'song'] as const
export type Face = (typeof faces)[number]

export const headingFaces: Record<1 | 2 | 3 | 4, Face> = { 1: 'hei', 2: 'kai', 3: 'fang', 4: 'fang' }
