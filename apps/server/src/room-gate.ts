import type { Gatekeeper } from '@lianban/collab'
import { type Hub, sectionRights } from '@lianban/hub'
import type { SignedIn } from '@lianban/identity'
import { SectionId } from '@lianban/kernel'
import type { Attendance } from './attendance.ts'

type Right = 'write' | 'read' | undefined
type Asked = { readonly sectionId: SectionId; readonly answer: PromiseWithResolvers<Right> }

/**
 * Asks the rules at the door of a room. What is asked for one officer within one turn is decided in one transaction:
 * a recall that touches hundreds of open pages must not queue hundreds of them.
 */
export function makeRoomGate(hub: Hub, attendance: Attendance): Gatekeeper {
  const waiting = new Map<string, { readonly officer: SignedIn['officer']; readonly asked: Asked[] }>()

  const decide = async ({ officer, asked }: { officer: SignedIn['officer']; asked: Asked[] }) => {
    try {
      const rights = await sectionRights(hub, officer, [...new Set(asked.map(({ sectionId }) => sectionId))])
      for (const { sectionId, answer } of asked) answer.resolve(rights.get(sectionId))
    } catch (error) {
      for (const { answer } of asked) answer.reject(error)
    }
  }

  return {
    async admit(roomId, { sessionId }) {
      const actor = attendance.present(sessionId)
      if (!actor) return undefined
      const asked = { sectionId: SectionId.parse(roomId), answer: Promise.withResolvers<Right>() }
      if (waiting.size === 0) {
        setImmediate(() => {
          const all = [...waiting.values()]
          waiting.clear()
          for (const each of all) void decide(each)
        })
      }
      const ofOfficer = waiting.get(actor.officer.id)
      if (ofOfficer) ofOfficer.asked.push(asked)
      else waiting.set(actor.officer.id, { officer: actor.officer, asked: [asked] })
      return asked.answer.promise
    },
  }
}
