import type { SignedIn } from '@lianban/identity'

/** Who is in a room now and who has written there lately: for rights asked anew, and so that writing keeps a session awake. */
export type Attendance = {
  enter(actor: SignedIn): void
  leave(sessionId: string): void
  present(sessionId: string): SignedIn | undefined
  people(): SignedIn['sessionId'][]
  /** The officers inside as the register has them now. */
  renew(people: ReadonlyMap<SignedIn['sessionId'], SignedIn>): void
  wrote(sessionId: string): void
  takeActive(): SignedIn['sessionId'][]
}

export function makeAttendance(): Attendance {
  const inside = new Map<string, { actor: SignedIn; connections: number }>()
  const active = new Set<string>()
  return {
    enter(actor) {
      const connections = (inside.get(actor.sessionId)?.connections ?? 0) + 1
      inside.set(actor.sessionId, { actor, connections })
    },
    leave(sessionId) {
      const found = inside.get(sessionId)
      if (!found) return
      if (found.connections === 1) inside.delete(sessionId)
      else inside.set(sessionId, { ...found, connections: found.connections - 1 })
    },
    present: (sessionId) => inside.get(sessionId)?.actor,
    people: () => [...inside.values()].map(({ actor }) => actor.sessionId),
    renew(people) {
      for (const [sessionId, found] of inside) {
        const actor = people.get(found.actor.sessionId)
        if (actor) inside.set(sessionId, { ...found, actor })
      }
    },
    wrote: (sessionId) => void active.add(sessionId),
    takeActive() {
      const ids = [...active].flatMap((sessionId) => inside.get(sessionId)?.actor.sessionId ?? [])
      active.clear()
      return ids
    },
  }
}
