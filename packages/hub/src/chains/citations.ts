import type { Tx } from '@lianban/db'
import { type CanonicalDocument, canonicalDocument } from '@lianban/dossier'
import type { SignedIn } from '@lianban/identity'
import type { CaseRow } from '../cases/index.ts'
import { sectionsOf } from '../dossiers/index.ts'
import type { Hub } from '../hub.ts'

type Reader = { readonly hub: Hub; readonly tx: Tx; readonly officer: SignedIn['officer'] }

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const numbers = /证\s*(\d+)/g
/** Shorter lines are headings and lists of names rather than claims. */
const claimLength = 15
const shownClaims = 20

const wordsOf = ({ text, content }: CanonicalDocument): string => text ?? (content ?? []).map(wordsOf).join('')
const paragraphsOf = (node: CanonicalDocument): CanonicalDocument[] =>
  node.type === 'paragraph' ? [node] : (node.content ?? []).flatMap(paragraphsOf)

/** Which items a part of a dossier cites: by a block or mark that is bound to one, or as 证3. */
function citedIn(node: CanonicalDocument): { readonly ids: readonly string[]; readonly numbers: readonly number[] } {
  return {
    ids: [...JSON.stringify(node).matchAll(ids)].map(([id]) => id),
    numbers: [...wordsOf(node).matchAll(numbers)].map(([, number]) => Number(number)),
  }
}

/** What the sections that the officer may read cite, and which of their paragraphs cite nothing. */
export async function citationsIn({ hub, tx, officer }: Reader, ofCase: CaseRow) {
  const readable = (await sectionsOf(tx, ofCase)).filter((row) => hub.policy.allows(officer, 'read', 'Section', row))
  const written = await hub.sections.read(
    tx,
    readable.map(({ id }) => id),
  )
  const sections = readable.map(({ id, title, position }) => ({
    ...{ id, title, position },
    document: canonicalDocument(written.get(id)!),
  }))
  const cited = sections.map(({ document }) => citedIn(document))
  const claims = sections.flatMap(({ id, title, document }) =>
    paragraphsOf(document)
      .filter((node) => wordsOf(node).length >= claimLength)
      .filter((node) => {
        const found = citedIn(node)
        return found.ids.length + found.numbers.length === 0
      })
      .map((node) => ({ sectionId: id, title, words: wordsOf(node).slice(0, 80) })),
  )
  return {
    ids: new Set(cited.flatMap((each) => each.ids)),
    numbers: new Set(cited.flatMap((each) => each.numbers)),
    claims: { total: claims.length, items: claims.slice(0, shownClaims) },
  }
}
