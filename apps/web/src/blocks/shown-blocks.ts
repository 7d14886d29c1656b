import { type Bound, boundAt } from '@lianban/dossier'
import { keepPreviousData, useQuery } from '@tanstack/solid-query'
import type { Editor } from '@tiptap/core'
import { createMemo, createSignal } from 'solid-js'
import { api } from '../app/api.ts'
import type { ShownRecord } from '../app/api-types.ts'
import { found as known } from '../app/found.ts'
import { createLookerMark } from '../files/looker-mark.ts'

const nameOf = ({ kind, recordId }: Bound): string => `${kind} ${recordId}`

/** Every record that the document shows, each once. */
export function boundsIn(document: Editor['state']['doc']): Bound[] {
  const found = new Map<string, Bound>()
  document.descendants((node) => {
    const bound = boundAt(node.type.name, node.attrs)
    if (bound) found.set(nameOf(bound), bound)
    return !node.isTextblock
  })
  return [...found.values()]
}

export type ShownBlocks = {
  /** What this reader may see of the record; nothing while it is asked for. */
  of(bound: Bound): ShownRecord | 'loading' | 'failed'
  look(document: Editor['state']['doc']): void
  /** What stands across a picture: who looks, and when. */
  mark(): string
}

/** The records behind the blocks of one section, as this officer may read them; read again when one of them changes. */
export function createShownBlocks(caseId: () => string): ShownBlocks {
  const mark = createLookerMark()
  const [bounds, setBounds] = createSignal<readonly Bound[]>([], {
    equals: (a, b) => a.map(nameOf).join() === b.map(nameOf).join(),
  })
  const asked = useQuery(() => ({
    queryKey: ['cases', caseId(), 'blocks', bounds().map(nameOf)],
    async queryFn() {
      const blocks = [...bounds()]
      return { blocks, ...(await api.dossier.shownRecords.query({ blocks })) }
    },
    enabled: bounds().length > 0,
    placeholderData: keepPreviousData,
  }))
  // Answered in the order asked: what is withheld has no name of its own.
  const found = createMemo(
    () => new Map((known(asked)?.blocks ?? []).map((bound, place) => [nameOf(bound), known(asked)!.items[place]!])),
  )
  return {
    of: (bound) => found().get(nameOf(bound)) ?? (asked.isError ? 'failed' : 'loading'),
    look: (document) => setBounds(boundsIn(document)),
    mark,
  }
}
