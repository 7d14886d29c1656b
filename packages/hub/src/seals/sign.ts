import { CaseId, SealId } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { refusals } from './refusals.ts'
import { contentDigest, type SealRow, sealDigest, stateOf } from './seal.ts'
import { contentsOf, findSeal, insertEnding, insertSignature } from './store.ts'

const named = { caseId: CaseId, sealId: SealId }

function assertOpen(seal: SealRow): void {
  const state = stateOf(seal)
  if (state !== 'open') throw refusals.notOpen(state)
}

/** A leader signs the digest that the others sign, after what lies before the agency was checked against it once more. */
export const signSeal = command({
  name: 'seal.sign',
  on: 'Case',
  action: 'signSeal',
  input: z.object({ ...named, digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input, officer, tx, now }) {
    const seal = await findSeal(tx, input.sealId, input.caseId)
    const { agencyId, id: officerId } = officer
    if (!seal.members.some((member) => member.agencyId === agencyId)) throw refusals.notAMember()
    if (seal.signatures.some((one) => one.agencyId === agencyId)) throw refusals.signedAlready()
    assertOpen(seal)
    if (input.digest !== seal.digest || sealDigest(seal, seal.sections) !== seal.digest) throw refusals.otherDigest()
    for (const { sectionId, content } of await contentsOf(tx, seal.id)) {
      const sealed = seal.sections.find((section) => section.sectionId === sectionId)
      if (sealed && contentDigest(content) !== sealed.digest) throw refusals.damaged(sealed.position)
    }
    await insertSignature(tx, { sealId: seal.id, agencyId, officerId, digest: seal.digest, signedAt: now })
    return { number: seal.number, signed: seal.signatures.length + 1, members: seal.members.length }
  },
  facts: ({ input, output }) => ({ ...output, digest: input.digest }),
})

/** A leader says that the agency does not sign this version, and why; the next one is another version. */
export const declineSeal = command({
  name: 'seal.decline',
  on: 'Case',
  action: 'signSeal',
  input: z.object({ ...named, reason: line(500) }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input, officer, tx, now }) {
    const seal = await findSeal(tx, input.sealId, input.caseId)
    if (!seal.members.some((member) => member.agencyId === officer.agencyId)) throw refusals.notAMember()
    assertOpen(seal)
    const by = { officerId: officer.id, agencyId: officer.agencyId, endedAt: now }
    await insertEnding(tx, { sealId: seal.id, kind: 'declined', reason: input.reason, ...by })
    return { number: seal.number }
  },
  facts: ({ output }) => output,
})

/** The agency that proposed a seal takes it back before all have signed. */
export const withdrawSeal = command({
  name: 'seal.withdraw',
  on: 'Case',
  action: 'proposeSeal',
  input: z.object({ ...named, reason: line(500) }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input, officer, tx, now }) {
    const seal = await findSeal(tx, input.sealId, input.caseId)
    if (seal.agencyId !== officer.agencyId) throw refusals.notProposer()
    assertOpen(seal)
    const by = { officerId: officer.id, agencyId: officer.agencyId, endedAt: now }
    await insertEnding(tx, { sealId: seal.id, kind: 'withdrawn', reason: input.reason, ...by })
    return { number: seal.number }
  },
  facts: ({ output }) => output,
})
