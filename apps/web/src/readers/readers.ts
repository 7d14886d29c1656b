import { createEffect, createSignal, on } from 'solid-js'
import { useSession } from '../app/session.tsx'
import { createOwnPosts } from './own-posts.ts'
import { openToAll, type ReadersDraft, readersProblem, restrictedTo } from './readers-draft.ts'
import { t } from './texts.ts'

export type Readers = ReturnType<typeof createReaders>

/** The choice of who may know of a record that is being entered; `within` are those who know of what it grows from. */
export function createReaders(within: () => readonly string[] | undefined = () => undefined) {
  const session = useSession()
  const myId = () => session().officer.id
  const [draft, setDraft] = createSignal<ReadersDraft>(openToAll)
  const [isTouched, setTouched] = createSignal(false)
  const [isTried, setTried] = createSignal(false)
  const all = createOwnPosts(() => draft().isRestricted)
  const posts = () => all().filter(({ id }) => within()?.includes(id) ?? true)
  const problem = () => readersProblem(draft(), { posts: all(), myId: myId(), within: within() })
  createEffect(
    on(within, (ids) => {
      if (ids) setDraft({ isRestricted: true, officerIds: ids.filter((id) => id !== myId()) })
    }),
  )
  return {
    draft,
    within,
    posts,
    problem,
    isTouched,
    set(next: ReadersDraft) {
      setTouched(true)
      setDraft(next)
    },
    /** Shows what is wrong from now on, and says whether it can be sent. */
    try(): boolean {
      setTried(true)
      return problem() === undefined
    },
    shownProblem: () => {
      const found = isTried() ? problem() : undefined
      return found && t(`problem.${found}`)
    },
    input: () => restrictedTo(draft(), myId()),
  }
}
