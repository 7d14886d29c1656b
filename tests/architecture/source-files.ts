import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Files of the repository by pattern, as paths from its root. */
export const filesLike = (pattern: string): string[] =>
  globSync(pattern, { cwd: root, exclude: ['**/node_modules', '**/dist', '**/.lianban', '.git'] }).toSorted()

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Everything that people wrote in TypeScript. */
export const sourceFiles = filesLike('{packages,apps,tests}/**/*.{ts,tsx}')
