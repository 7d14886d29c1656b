import { createPostgresStore } from '@lianban/collab'
import { joinedUpdates, textOf } from '@lianban/dossier'
import { aSectionLog } from '../../../dossier/src/a-section-log.ts'
import type { OfficerName } from '../a-cast.ts'
import type { World } from '../a-world.ts'

export { heading, paragraph } from '../../../dossier/src/a-section-log.ts'

type Content = Parameters<ReturnType<typeof aSectionLog>['edit']>[1]

/** A section that officers of a world edit, kept as the rooms keep it. */
export function aWrittenSection({ hub, people, owner }: World, sectionId: string) {
  const log = aSectionLog()
  const store = createPostgresStore(hub.db.pool)
  const bound = new Set<number>()
  const seqs: number[] = []

  return {
    seqs,
    wait: log.wait,
    async write(name: OfficerName, ...content: Content[]): Promise<void> {
      const from = log.rows.length
      log.edit(name, ...content)
      const newAuthors = [...log.authors].flatMap(([client, who]) =>
        who === name && !bound.has(client) ? [client] : [],
      )
      for (const client of newAuthors) bound.add(client)
      const { officer, sessionId } = people[name]
      const { id: officerId, agencyId } = officer
      const batch = log.rows.slice(from).map(({ update, at }) => ({
        update,
        at: new Date(at),
        roomId: sectionId,
        officerId,
        agencyId,
        sessionId,
        newAuthors,
      }))
      const first = await store.append(batch)
      seqs.push(...batch.map((_, i) => first + i))
    },
    canonicalNow: () => log.canonicalNow(),
    /** Everywhere that the text says these words, on a page that has just been opened. */
    places: (words: string) => log.places(words),
    /** What is saved, as its words. */
    async wordsNow(): Promise<string> {
      const { tail } = await createPostgresStore(owner).load(sectionId)
      return textOf(joinedUpdates(tail.map(({ update }) => update)))
    },
  }
}
