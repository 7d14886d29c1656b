import { fileURLToPath } from 'node:url'
import { loadLaw } from './load-law.ts'

/** Where the law lies that comes with the program. */
export const ourLawFolder = fileURLToPath(new URL('../../../policies/law', import.meta.url))

export const ourLaw = loadLaw(ourLawFolder)
