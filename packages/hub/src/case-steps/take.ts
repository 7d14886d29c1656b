import type { AgencyKind } from '@lianban/identity'
import { CaseId, newId, stale } from '@lianban/kernel'
import { gateFlags, type StepDeed, stateAfter, trackNames } from '@lianban/law'
import { z } from 'zod'
import { findCase, insertStep } from '../cases/index.ts'
import { line, text } from '../classification.ts'
import { happened } from '../clocks/index.ts'
import { command } from '../command.ts'
import { movesByHand } from './moves.ts'
import { refusals } from './refusals.ts'
import { standingsOf } from './standings.ts'

const Code = z.string().regex(/^[a-z_]{1,60}$/)

/**
 * Every step of a track is one shape: the officer names the step before it, the law's table says where it leads, the papers
 * that it asks for are there by their numbers, no other track of the case bars it, and the clocks are told.
 */
const step = (deed: StepDeed) =>
  command({
    name: `case.${deed}`,
    on: 'Case',
    input: z.object({
      caseId: CaseId,
      track: z.enum(trackNames),
      move: Code,
      /** How many steps the officer saw on the track. */
      expectedVersion: z.int().min(0),
      happenedAt: z.iso.datetime({ offset: true }),
      papers: z
        .array(z.strictObject({ paper: Code, number: line(60) }))
        .max(20)
        .default([]),
      note: text(2000).default(''),
      /** The value of the case, where the step asks how much is at stake. */
      fen: z.int().min(0).max(1e15).optional(),
      flags: z.array(z.enum(gateFlags)).max(gateFlags.length).default([]),
    }),
    about: ({ caseId }) => caseId,
    subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
    async run({ input, subject, officer, tx, now, hub }) {
      const { track, move: wanted, expectedVersion, papers, note, fen, flags } = input
      const kind = officer.agencyKind as AgencyKind
      const all = await standingsOf(tx, hub.law, subject, kind)
      const at = all.find((one) => one.track === track)
      const open = at ? movesByHand(hub.law, all, at, kind) : []
      const move = open.find((one) => one.move === wanted && one.deed === deed)
      if (at && at.version !== expectedVersion) throw stale({ expected: expectedVersion, found: at.version })
      if (!at || !move) throw refusals.stepNotOpen()
      const { startsAnew, starts } = hub.law.tracks.tables[track]
      const from = startsAnew.includes(at.standing) ? starts : at.standing
      const standing = stateAfter(
        hub.law,
        {
          track,
          state: from,
          receipts: papers.map(({ paper }) => paper),
          beside: Object.fromEntries(all.map((one) => [one.track, one.standing])),
          flags,
          ...(fen !== undefined && { fen }),
        },
        wanted,
      )
      if (move.asksNote && !note.trim()) throw refusals.noteLacking(move.words)
      const happenedAt = new Date(input.happenedAt)
      const before = at.steps.at(-1)?.happenedAt
      if (happenedAt > now) throw refusals.stepToCome()
      if (before && happenedAt < before) throw refusals.stepTooEarly()
      await insertStep(tx, {
        id: newId(),
        caseId: subject.id,
        track,
        version: at.version + 1,
        move: wanted,
        standing,
        papers,
        fen: fen ?? null,
        flags,
        note,
        happenedAt,
        takenBy: officer.id,
        agencyId: officer.agencyId,
        takenAt: now,
      })
      if (move.event)
        await happened(
          { tx, now, hub, officer },
          {
            code: move.event,
            at: happenedAt,
            matter: { kind: 'Case', id: subject.id },
            parties: kind === 'procuratorate' ? { procuratorate: officer.agencyId } : { agency: officer.agencyId },
            region: subject.region,
          },
        )
      return { standing, version: at.version + 1 }
    },
    facts: ({ input, output }) => ({ track: input.track, move: input.move, standing: output.standing }),
  })

/** A handler takes the next step of the procedure. */
export const takeStep = step('takeStep')

/** The head decides what only a head may. */
export const decideStep = step('decideStep')

/** A procurator takes the steps of the procuratorate’s own track, and none of the agency’s. */
export const reviewStep = step('reviewStep')
