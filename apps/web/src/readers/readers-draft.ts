/** To whom of the own agency a record is kept from the start; the officer who enters it is always among them. */
export type ReadersDraft = { readonly isRestricted: boolean; readonly officerIds: readonly string[] }

type Post = { readonly id: string; readonly roles: readonly string[] }
type Knowing = {
  readonly posts: readonly Post[]
  readonly myId: string
  /** Those who know of the clues that a case grows from, if those are restricted. */
  readonly within?: readonly string[] | undefined
}

export type ReadersProblem = 'leader' | 'beyond'

export const openToAll: ReadersDraft = { isRestricted: false, officerIds: [] }

const readersOf = ({ officerIds }: ReadersDraft, myId: string): string[] => [...new Set([myId, ...officerIds])]

/** What the hub would refuse: nobody who answers for it, or more who know than may know of the clue. */
export function readersProblem(draft: ReadersDraft, { posts, myId, within }: Knowing): ReadersProblem | undefined {
  const readers = readersOf(draft, myId)
  if (within && (!draft.isRestricted || readers.some((id) => !within.includes(id)))) return 'beyond'
  if (!draft.isRestricted) return undefined
  return posts.some(({ id, roles }) => readers.includes(id) && roles.includes('leader')) ? undefined : 'leader'
}

/** What is sent; nothing where the whole agency may know. */
export const restrictedTo = (draft: ReadersDraft, myId: string): { restrictedTo?: string[] } =>
  draft.isRestricted ? { restrictedTo: readersOf(draft, myId) } : {}

type Clue = { readonly isRestricted: boolean; readonly readers: readonly { readonly id: string }[] }

/** Who may know of a case that grows from these clues: whoever knows of every restricted one; everybody if there is none. */
export function withinClues(clues: readonly Clue[]): string[] | undefined {
  const [first, ...others] = clues.filter(({ isRestricted }) => isRestricted)
  const knows = (clue: Clue, wanted: string) => clue.readers.some(({ id }) => id === wanted)
  return first?.readers.map(({ id }) => id).filter((id) => others.every((clue) => knows(clue, id)))
}

/** A clue that is read again does not undo what was chosen since. */
export const isSameCircle = (one: readonly string[] | undefined, other: readonly string[] | undefined): boolean =>
  one?.join() === other?.join()
