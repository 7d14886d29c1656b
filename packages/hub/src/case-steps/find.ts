import type { AgencyKind } from '@lianban/identity'
import { CaseId } from '@lianban/kernel'
import { kindOfHandoff } from '@lianban/law'
import { z } from 'zod'
import { officerCards } from '../agencies/index.ts'
import { findCase, hiddenInCase, stepsOffered } from '../cases/index.ts'
import { find } from '../query.ts'
import { moveOffered, movesByHand } from './moves.ts'
import { standingsOf } from './standings.ts'

/** The tracks of a case beside each other: where it stands on each, how it came there, and the steps that are open now. */
export const findCaseSteps = find({
  name: 'case.steps',
  on: 'Case',
  action: 'read',
  input: z.strictObject({ caseId: CaseId }),
  about: ({ caseId }) => caseId,
  isLogged: false,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ subject, officer, tx, now, hub }) {
    const { law, policy } = hub
    // A grant that keeps the events of a case back keeps its procedure back.
    if (hiddenInCase({ hub, officer, now }, subject).includes('events')) return { tracks: null, byHand: [] }
    const reviews = Boolean(policy.allows(officer, 'reviewStep', 'Case', subject))
    const kind = officer.agencyKind as AgencyKind
    const all = await standingsOf(tx, law, subject, reviews ? kind : undefined)
    const posts = await officerCards(
      tx,
      all.flatMap(({ steps }) => steps.map(({ takenBy }) => takenBy)),
    )
    const may = (deed: string) => Boolean(policy.allows(officer, deed, 'Case', subject))
    const tracks = all.map((at) => {
      const { words, states, moves } = law.tracks.tables[at.track]
      return {
        track: at.track,
        words,
        standing: at.standing,
        standingWords: states[at.standing] ?? words,
        version: at.version,
        steps: at.steps.map((step) => ({
          version: step.version,
          words: moves.find(({ id }) => id === step.move)?.words ?? states[step.standing]!,
          standingWords: states[step.standing]!,
          papers: step.papers.map(({ paper, number }) => ({ words: law.tracks.receipts[paper]!, number })),
          note: step.note,
          officer: posts.get(step.takenBy)!,
          happenedAt: step.happenedAt,
        })),
        handoffs: at.handoffs
          .filter((handoff) => policy.allows(officer, 'read', 'Handoff', handoff))
          .map(({ id, number, kind, standing }) => ({
            id,
            number,
            standingWords: kindOfHandoff(law, kind).table.states[standing]!.words,
          })),
        moves: movesByHand(law, all, at, kind)
          .filter(({ deed }) => may(deed))
          .map((move) => moveOffered(law, at, move)),
      }
    })
    const byHand = may('recordEvent') ? stepsOffered(law, kind) : []
    return { tracks, byHand: byHand.map((code) => ({ code, words: law.deadlines.events[code]! })) }
  },
})
