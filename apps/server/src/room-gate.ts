import type { Gatekeeper } from '@lianban/collab'
import { SectionId } from '@lianban/kernel'
import type { Attendance } from './attendance.ts'
import type { Decisions } from './decisions.ts'

/** Asks the rules at the door of a room, and again of everybody inside when rights change. */
export const makeRoomGate = (decisions: Decisions, attendance: Attendance): Gatekeeper => ({
  async admit(roomId, { sessionId }) {
    const actor = attendance.present(sessionId)
    if (!actor) return undefined
    const sectionId = SectionId.parse(roomId)
    const { rights } = await decisions.ask(actor.officer, { sectionIds: [sectionId] })
    return rights.get(sectionId)
  },
})
