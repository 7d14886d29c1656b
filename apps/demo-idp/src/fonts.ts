import { readFile } from 'node:fs/promises'

export const fontsPath = '/_fonts/'

/** A Chinese typeface for machines that have none; a slug has no underscore, so no agency can be in the way. */
export async function findFont(path: string): Promise<{ type: string; body: Buffer } | undefined> {
  const [, style, file] = /^\/_fonts\/(?:(index\.css)|files\/(noto-sans-sc-[\w-]+\.woff2))$/.exec(path) ?? []
  const name = style ?? (file && `files/${file}`)
  if (name === undefined) return undefined
  try {
    const body = await readFile(new URL(import.meta.resolve(`@fontsource-variable/noto-sans-sc/${name}`)))
    return { type: style ? 'text/css' : 'font/woff2', body }
  } catch {
    return undefined
  }
}
