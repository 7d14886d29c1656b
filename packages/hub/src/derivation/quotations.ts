import type { Tx } from '@lianban/db'
import { type Bound, boundIn, canonicalDocument, textOf } from '@lianban/dossier'
import { underDuty } from '../duty.ts'
import type { Hub } from '../hub.ts'
import type { QuotingSection } from './traces.ts'

/** Officers type brackets and spaces as they come: 线索[2026] 1号 names 线索〔2026〕1号. */
const plainNumber = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[[(【]/g, '〔')
    .replace(/[\])】]/g, '〕')

export const quotes = (text: string, number: string): boolean => plainNumber(text).includes(plainNumber(number))

const atOnce = 100

/**
 * The sections whose durable text names the number, or where a block quotes the record. The program reads for the owner what the owner may not read, under a
 * duty of its own that opens nothing else, and says of each section only that it does.
 */
export const quotingSections = (
  hub: Hub,
  tx: Tx,
  { number, quotationIds }: { readonly number: string; readonly quotationIds: ReadonlySet<string> },
  sections: readonly QuotingSection[],
): Promise<QuotingSection[]> =>
  underDuty(tx, 'derivation', async () => {
    const quoting: QuotingSection[] = []
    // So many at a time, since all that they hold is in memory at once.
    for (let from = 0; from < sections.length; from += atOnce) {
      const some = sections.slice(from, from + atOnce)
      const written = await hub.sections.read(
        tx,
        some.map(({ sectionId }) => sectionId),
      )
      quoting.push(
        ...some.filter(({ sectionId }) => {
          const update = written.get(sectionId)!
          const isQuoted = ({ recordId }: Bound) => quotationIds.has(recordId)
          return quotes(textOf(update), number) || boundIn(canonicalDocument(update)).some(isQuoted)
        }),
      )
    }
    return quoting
  })
