import type { Tx } from '@lianban/db'
import type { CommentId, OfficerId, SectionId } from '@lianban/kernel'
import { asc, eq, inArray } from 'drizzle-orm'
import { comments, mentions, threadTurns } from './table.ts'
import { type Comment, type Thread, type Turn, threadsOf } from './thread.ts'

export async function threadsIn(tx: Tx, sectionIds: readonly SectionId[]): Promise<Thread[]> {
  if (!sectionIds.length) return []
  const said = await tx
    .select()
    .from(comments)
    .where(inArray(comments.sectionId, [...sectionIds]))
    .orderBy(asc(comments.writtenAt), asc(comments.id))
  const ids = said.map(({ id }) => id)
  const called = ids.length ? await tx.select().from(mentions).where(inArray(mentions.commentId, ids)) : []
  const turns = ids.length
    ? await tx
        .select()
        .from(threadTurns)
        .where(inArray(threadTurns.threadId, ids))
        .orderBy(asc(threadTurns.turnedAt), asc(threadTurns.id))
    : []
  return threadsOf(
    said.map((comment) => ({
      ...comment,
      mentions: called.filter(({ commentId }) => commentId === comment.id).map(({ officerId }) => officerId),
    })),
    turns,
  )
}

export async function findThread(tx: Tx, sectionId: SectionId, id: CommentId): Promise<Thread | undefined> {
  return (await threadsIn(tx, [sectionId])).find((thread) => thread.id === id)
}

/** The sections in which the officer was ever called on. */
export async function sectionsCalling(tx: Tx, officerId: OfficerId): Promise<SectionId[]> {
  const rows = await tx
    .selectDistinct({ sectionId: comments.sectionId })
    .from(mentions)
    .innerJoin(comments, eq(comments.id, mentions.commentId))
    .where(eq(mentions.officerId, officerId))
    .limit(200)
  return rows.map(({ sectionId }) => sectionId)
}

export async function insertComment(tx: Tx, { mentions: called, ...comment }: Comment): Promise<void> {
  await tx.insert(comments).values(comment)
  if (called.length) await tx.insert(mentions).values(called.map((officerId) => ({ commentId: comment.id, officerId })))
}

export const insertTurn = async (tx: Tx, turn: Turn): Promise<void> => void (await tx.insert(threadTurns).values(turn))
