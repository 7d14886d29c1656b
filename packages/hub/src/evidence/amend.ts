import { EvidenceId, newId } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { answersOf } from './facts.ts'
import { countedAs, EvidenceFields, timesOf } from './fields.ts'
import { refusals } from './refusals.ts'
import { assertSeen, findItem, itemsOfCase, saveItem } from './store.ts'
import { evidenceAmendments } from './table.ts'

/** The agency that collected an item puts right what it wrote; what stood there before is kept with the reason. */
export const amendEvidence = command({
  name: 'evidence.amend',
  on: 'EvidenceItem',
  action: 'amend',
  // Kind, proceedings and the paper decided on the power to collect it, and custody tells where it is: they stay.
  input: EvidenceFields.omit({ kind: true, proceeding: true, instrument: true, keptAt: true }).extend({
    evidenceId: EvidenceId,
    expectedVersion: z.int().positive(),
    reason: line(500),
  }),
  about: ({ evidenceId }) => evidenceId,
  subject: ({ tx, input }) => findItem(tx, input.evidenceId, { lock: true }),
  async run({ input, subject, officer, tx, now, hub }) {
    assertSeen(subject, input.expectedVersion)
    const { evidenceId: _id, expectedVersion: _version, reason, quantity, facts, ...written } = input
    const parentId = input.parentId ?? null
    const others = (await itemsOfCase(tx, subject.caseId)).filter(
      ({ id, parentId: of }) => id !== subject.id && of !== subject.id,
    )
    if (
      (input.origin === 'original') !== (parentId === null) ||
      (parentId && !others.some(({ id }) => id === parentId))
    )
      throw refusals.parentUnfit()
    if (subject.instrument && !input.instrumentNumber) throw refusals.instrumentNumberMissing()
    const { kind } = subject
    const fields = {
      ...written,
      ...timesOf(input, now),
      ...countedAs(quantity),
      parentId,
      facts: answersOf(hub.law, { kind, facts }),
    }
    const { standing: _standing, ofCase: _case, ...former } = subject
    await tx.insert(evidenceAmendments).values({
      id: newId(),
      itemId: subject.id,
      caseId: subject.caseId,
      agencyId: officer.agencyId,
      version: subject.version,
      former,
      reason,
      amendedBy: officer.id,
      amendedAt: now,
    })
    await saveItem(tx, subject, fields)
    return { version: subject.version + 1 }
  },
  facts: ({ subject }) => ({ number: subject.number }),
})
