import { slicedTypeface } from './sliced-typeface.ts'
import type { Typefaces } from './typeface.ts'

const serif = (weight: number) => slicedTypeface('@fontsource-variable/noto-serif-sc', weight)

/** Free faces in the place of the licensed ones: Noto Serif SC in weights for 小标宋, 楷体 and 仿宋, Noto Sans SC for 黑体. */
export const notoTypefaces: Typefaces = {
  title: serif(900),
  hei: slicedTypeface('@fontsource-variable/noto-sans-sc', 700),
  kai: serif(550),
  fang: serif(400),
  song: serif(400),
}
