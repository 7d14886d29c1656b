import { confirmedCheckpoint, currentHead } from '@lianban/audit'
import type { Tx } from '@lianban/db'
import type { Sentence } from '@lianban/kernel'
import { agenciesBySlug } from '../agencies/index.ts'
import type { Hub } from '../hub.ts'

/** The log as it stands: all of it that is in the tree, and how much of that which agencies have confirmed. */
export async function provenHead(tx: Tx, { receipts: { trust } }: Hub) {
  const head = await currentHead(tx)
  if (!head) return null
  const confirmed = trust.witnesses.length > 0 ? await confirmedCheckpoint(tx, trust) : undefined
  if (!confirmed) return { ...head, confirmed: null }
  const { size, cosigned } = confirmed.checkpoint
  return {
    ...head,
    confirmed: {
      size,
      by: await witnessNames(
        tx,
        cosigned.map(({ agency }) => agency),
      ),
    },
  }
}

/** Witnesses go by the short names of their agencies; one that is not in the register keeps the name of the file. */
export async function witnessNames(tx: Tx, slugs: readonly string[]): Promise<Sentence[]> {
  const cards = await agenciesBySlug(tx, slugs)
  return slugs.map((slug) => {
    const card = cards.get(slug)
    return card ? { zh: card.shortZh, en: card.shortEn } : { zh: slug, en: slug }
  })
}
