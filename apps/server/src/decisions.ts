import { type HeldOpen, type Hub, type StillOpen, stillOpen } from '@lianban/hub'
import type { SignedIn } from '@lianban/identity'

export type Decisions = { ask(officer: SignedIn['officer'], held: Partial<HeldOpen>): Promise<StillOpen> }

type Waiting = { officer: SignedIn['officer']; held: Partial<HeldOpen>[]; answer: PromiseWithResolvers<StillOpen> }

/**
 * What officers may keep open. What is asked for one officer within one turn, by rooms and by pages, is decided in one
 * transaction: a recall that touches hundreds of them must not queue hundreds.
 */
export function makeDecisions(hub: Hub): Decisions {
  const waiting = new Map<string, Waiting>()

  const decide = ({ officer, held, answer }: Waiting) => {
    const sectionIds = [...new Set(held.flatMap((each) => each.sectionIds ?? []))]
    const refs = new Map(held.flatMap((each) => each.refs ?? []).map((ref) => [`${ref.kind}:${ref.id}`, ref]))
    stillOpen(hub, officer, { sectionIds, refs: [...refs.values()] }).then(answer.resolve, answer.reject)
  }

  return {
    ask(officer, held) {
      if (waiting.size === 0) {
        setImmediate(() => {
          const all = [...waiting.values()]
          waiting.clear()
          for (const each of all) decide(each)
        })
      }
      const known = waiting.get(officer.id)
      const entry: Waiting = known ?? { officer, held: [], answer: Promise.withResolvers<StillOpen>() }
      if (!known) waiting.set(officer.id, entry)
      // Rights that were renewed within the turn are the ones to ask about.
      entry.officer = officer
      entry.held.push(held)
      return entry.answer.promise
    },
  }
}
