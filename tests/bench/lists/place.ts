import type { Embedded } from '@lianban/db'
import { openKept } from '../kept.ts'
import { generate } from './generate.ts'
import { sizeAt } from './size.ts'

/** Raised whenever the generator writes something else: what was kept from before is made anew. */
const edition = 1

/** The generated hub. */
export const openPlace = (scale: number, say: (progress: string) => void, keptIn?: string): Promise<Embedded> =>
  openKept({
    name: `lists-${scale}-${edition}`,
    keptIn,
    say,
    fill: ({ ownerUrl }) => generate(ownerUrl, sizeAt(scale), say),
  })
