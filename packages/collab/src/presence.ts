import type { Authors } from './authors.ts'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { decoding, Malformed } from './malformed.ts'
import type { Member } from './member.ts'
import type { PresenceState } from './messages.ts'
import type { PresentElsewhere } from './relay-words.ts'

type Speaker = Pick<Connection, 'member' | 'presenceId'>
/** Speaks through a connection here, or through another process, which is named. */
type Entry = { speaker: Speaker | string | undefined; clock: number; state: string; heardAt: number }

const absent = 'null'
/** Clients say where they are every 15 seconds; who has been silent for twice as long went down with another process. */
const silenceMs = 35_000

/** Who is in a room and where. A connection speaks for one client id, under the name the server knows. */
export function createPresence(options: { clock: Clock; authors: Authors; maxBytes: number }) {
  const entries = new Map<number, Entry>()

  // Clients keep the highest clock they saw of a client id, over reconnects and restarts of the server, and ignore lower ones.
  const nextClock = (clientId: number) =>
    Math.max((entries.get(clientId)?.clock ?? 0) + 1, options.clock.now().getTime())

  const set = (clientId: number, speaker: Entry['speaker'], state: string): PresenceState => {
    const entry = { speaker, clock: nextClock(clientId), state, heardAt: options.clock.now().getTime() }
    entries.set(clientId, entry)
    return { clientId, clock: entry.clock, state }
  }

  return {
    /** What the others are to be told. y-websocket clients echo the states of others; only the own one counts. */
    receive(speaker: Speaker, states: readonly PresenceState[]): PresenceState[] {
      const told: PresenceState[] = []
      for (const { clientId, state } of states) {
        if (speaker.presenceId === undefined && state !== absent && options.authors.claim(clientId, speaker.member)) {
          speaker.presenceId = clientId
        }
        if (clientId === speaker.presenceId)
          told.push(set(clientId, speaker, stamped(state, speaker.member, options.maxBytes)))
      }
      return told
    },

    leave(speaker: Speaker): PresenceState[] {
      const clientId = speaker.presenceId
      // The same page may have come back on a new connection before this one was known to be dead.
      if (clientId === undefined || entries.get(clientId)?.speaker !== speaker) return []
      return [set(clientId, undefined, absent)]
    },

    present(except: Speaker): PresenceState[] {
      const silent = options.clock.now().getTime() - silenceMs
      return [...entries]
        .filter(([, { speaker, state }]) => speaker && speaker !== except && state !== absent)
        .filter(([, { speaker, heardAt }]) => typeof speaker === 'object' || heardAt > silent)
        .map(([clientId, { clock, state }]) => ({ clientId, clock, state }))
    },

    /** Who is here through connections of this process, for another one. */
    spokenHere(): PresentElsewhere[] {
      return [...entries].flatMap(([clientId, { speaker, clock, state }]) =>
        typeof speaker === 'object' && state !== absent ? [elsewhere(speaker, { clientId, clock, state })] : [],
      )
    },

    /** What another process says of those it has, stamped by it already. */
    hear(server: string, told: readonly PresentElsewhere[]): PresenceState[] {
      return told.flatMap(({ officerId, agencyId, clientId, state }) => {
        if (state === absent) return entries.get(clientId)?.speaker === server ? [set(clientId, undefined, absent)] : []
        return options.authors.claim(clientId, { officerId, agencyId }) ? [set(clientId, server, state)] : []
      })
    },
  }
}

export const elsewhere = ({ member }: Speaker, state: PresenceState): PresentElsewhere => ({
  officerId: member.officerId,
  agencyId: member.agencyId,
  ...state,
})

function stamped(state: string, { name, agency, officerId, color }: Member, maxBytes: number): string {
  if (state === absent) return absent
  if (state.length > maxBytes) throw new Malformed('presence is too large')
  return decoding('presence', () => {
    const parsed: unknown = JSON.parse(state)
    if (typeof parsed !== 'object' || Array.isArray(parsed)) throw new Malformed('presence is not an object')
    return parsed === null ? absent : JSON.stringify({ ...parsed, user: { name, agency, officerId, color } })
  })
}
