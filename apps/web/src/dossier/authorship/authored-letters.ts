import type { Block } from '@lianban/dossier'

export type AuthoredPassage = {
  readonly client: number
  readonly clock: number
  readonly length: number
  readonly person: number
  readonly firstAt: number
  readonly lastAt: number
  readonly moved?: { readonly person: number; readonly at: number } | undefined
}

/** A stretch of the open page and the passage it belongs to; none for what the hub has not been asked about yet. */
export type Authored = { readonly from: number; readonly to: number; readonly passage: AuthoredPassage | undefined }

/**
 * Finds for the letters of an open page what the hub said of them. Letters go by their number and not by their place, so
 * that what others type meanwhile displaces nothing.
 */
export function authoredLetters(blocks: readonly Block[], passages: readonly AuthoredPassage[]): Authored[] {
  const byClient = Map.groupBy(passages, ({ client }) => client)
  const known = new Map([...byClient].map(([client, each]) => [client, each.toSorted((a, b) => a.clock - b.clock)]))
  return blocks.flatMap(({ runs }) =>
    runs.flatMap(({ client, clock, at, text }) => {
      const found: Authored[] = []
      for (let done = 0; done < text.length; ) {
        const passage = known.get(client)?.find((each) => each.clock + each.length > clock + done)
        const isHere = passage !== undefined && passage.clock <= clock + done
        const end = passage && (isHere ? passage.clock + passage.length : passage.clock)
        const length = Math.min(text.length - done, end === undefined ? text.length : end - clock - done)
        found.push({ from: at + done, to: at + done + length, passage: isHere ? passage : undefined })
        done += length
      }
      return found
    }),
  )
}

/** Whose words count: of some agencies, written in some period. */
export type AuthorFilter = {
  readonly hiddenAgencies: ReadonlySet<string>
  readonly since: number | undefined
  readonly until: number | undefined
}

export const isChosen = (passage: AuthoredPassage, agencyId: string | undefined, filter: AuthorFilter): boolean =>
  !filter.hiddenAgencies.has(agencyId ?? '') &&
  (filter.since === undefined || passage.lastAt >= filter.since) &&
  (filter.until === undefined || passage.firstAt < filter.until)

/** Of a stretch of the page, what each person wrote in it: in the order of the text, each once. */
export type Share = {
  readonly person: number | undefined
  readonly letters: number
  readonly firstAt: number
  readonly lastAt: number
  readonly movers: readonly number[]
}

export function sharesIn(authored: readonly Authored[], from: number, to: number): Share[] {
  const shares = new Map<number | undefined, Share>()
  for (const one of authored) {
    const letters = Math.min(to, one.to) - Math.max(from, one.from)
    if (letters <= 0) continue
    const { passage } = one
    const before = shares.get(passage?.person)
    const mover = passage?.moved?.person
    shares.set(passage?.person, {
      person: passage?.person,
      letters: (before?.letters ?? 0) + letters,
      firstAt: Math.min(before?.firstAt ?? Number.POSITIVE_INFINITY, passage?.firstAt ?? Number.POSITIVE_INFINITY),
      lastAt: Math.max(before?.lastAt ?? 0, passage?.lastAt ?? 0),
      movers: [...new Set([...(before?.movers ?? []), ...(mover === undefined ? [] : [mover])])],
    })
  }
  return [...shares.values()]
}
