import { canonicalJson } from '@lianban/kernel'

type Sealed = {
  readonly caseId: string
  readonly number: number
  readonly digest: string
  readonly sections: readonly {
    readonly position: number
    readonly digest: string
    readonly content?: string | undefined
  }[]
}

export type Checked = {
  /** Whether the digests of the sections make up the one that was signed. */
  readonly isWhole: boolean
  /** By position, whether the content has its digest; nothing of a section whose content is not here. */
  readonly intact: ReadonlyMap<number, boolean>
}

/** Checks a sealed version in this browser: nobody has to believe the hub that what it shows is what was signed. */
export async function checkSeal({ caseId, number, digest, sections }: Sealed): Promise<Checked> {
  const listed = sections
    .toSorted((a, b) => a.position - b.position)
    .map((section) => ({ position: section.position, digest: section.digest }))
  const isWhole = (await hexDigest(canonicalJson({ caseId, number, sections: listed }))) === digest
  const intact = new Map<number, boolean>()
  for (const { position, digest: own, content } of sections)
    if (content !== undefined) intact.set(position, (await hexDigest(content)) === own)
  return { isWhole, intact }
}

async function hexDigest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
