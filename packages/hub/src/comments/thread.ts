import type { CommentId, OfficerId } from '@lianban/kernel'
import type { comments, threadTurns } from './table.ts'

export type Comment = typeof comments.$inferSelect & { readonly mentions: readonly OfficerId[] }
export type Turn = typeof threadTurns.$inferSelect

/** What was said about one place, and whether that is settled. */
export type Thread = {
  readonly id: CommentId
  readonly comments: readonly Comment[]
  /** The last turn, if it settled the thread. */
  readonly resolved: Turn | null
}

/** Comments in the order they were written, thread by thread; who answers a settled thread opens it again. */
export function threadsOf(comments: readonly Comment[], turns: readonly Turn[]): Thread[] {
  const byThread = Map.groupBy(comments, ({ threadId }) => threadId)
  return [...byThread].map(([id, said]) => {
    const last = turns.filter(({ threadId }) => threadId === id).at(-1)
    const isAnswered = last && said.some(({ writtenAt }) => writtenAt > last.turnedAt)
    return { id, comments: said, resolved: last?.isResolved && !isAnswered ? last : null }
  })
}

/** Whether the officer was called on in the thread and has not said anything since. */
export const isCalledOn = (thread: Thread, officerId: OfficerId): boolean =>
  !thread.resolved &&
  thread.comments.findLastIndex(({ mentions }) => mentions.includes(officerId)) >
    thread.comments.findLastIndex(({ writtenBy }) => writtenBy === officerId)
