import { canonicalJson, type Sentence } from '@lianban/kernel'
import { digestOf, sha256Hex } from '@lianban/kernel/digest'

/** A sealed version as it lies in a bundle: the digest that was signed, and of each section its digest and, where it may be had, its text. */
export type SealedFile = {
  readonly caseId: string
  readonly number: number
  readonly digest: string
  readonly sections: readonly { readonly position: number; readonly digest: string; readonly content?: string }[]
}

/** Where sealed versions lie in a bundle. */
export const sealedFolder = 'dossier/'

export const sealedText = (sealed: SealedFile): string => `${canonicalJson(sealed)}\n`

/** What is wrong with a sealed version by itself; nothing where its texts have the digests that were signed. */
export function problemInSealed(text: string): Sentence | undefined {
  const sealed = sealedIn(text)
  if (!sealed) return { zh: '不是封存的卷宗版本。', en: 'This is no sealed version of a dossier.' }
  for (const { position, digest, content } of sealed.sections)
    if (content !== undefined && sha256Hex(content) !== digest)
      return {
        zh: `第 ${position} 节的内容与封存的摘要不符。`,
        en: `Section ${position} does not have the digest that was sealed.`,
      }
  const { caseId, number } = sealed
  const sections = sealed.sections
    .toSorted((a, b) => a.position - b.position)
    .map(({ position, digest }) => ({ position, digest }))
  if (digestOf({ caseId, number, sections }) === sealed.digest) return undefined
  return { zh: '各节摘要合计与签署的摘要不符。', en: 'The sections do not make up the digest that was signed.' }
}

function sealedIn(text: string): SealedFile | undefined {
  try {
    const sealed = JSON.parse(text) as SealedFile
    return typeof sealed.digest === 'string' && sealedText(sealed) === text && sealed.sections.length > 0
      ? sealed
      : undefined
  } catch {
    return undefined
  }
}
