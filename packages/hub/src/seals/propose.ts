import { CaseId, newId, type SealId } from '@lianban/kernel'
import { z } from 'zod'
import { findCase } from '../cases/index.ts'
import { text } from '../classification.ts'
import { command } from '../command.ts'
import { sectionsOf } from '../dossiers/index.ts'
import { underDuty } from '../duty.ts'
import { freeze } from './freeze.ts'
import { partiesOf } from './parties.ts'
import { refusals } from './refusals.ts'
import { sealDigest, stateOf } from './seal.ts'
import { insertSeal, insertSignature, sealsOf } from './store.ts'

/** A leader freezes the dossier as it stands, signs it and lays it before the other agencies; everybody writes on in the next draft. */
export const proposeSeal = command({
  name: 'seal.propose',
  on: 'Case',
  action: 'proposeSeal',
  input: z.object({ caseId: CaseId, note: text(500) }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input, subject, officer, tx, now, hub }) {
    const before = await sealsOf(tx, subject.id)
    const open = before.find((seal) => stateOf(seal) === 'open')
    if (open) throw refusals.openAlready(open.number)
    const sections = await sectionsOf(tx, subject)
    if (!sections.length) throw refusals.nothingToSeal()
    const parties = await partiesOf({ tx, hub, now }, subject, sections)
    const sealId = newId<SealId>()
    const number = (before[0]?.number ?? 0) + 1
    const signer = { sealId, agencyId: officer.agencyId }
    const digest = await underDuty(tx, 'sealing', async () => {
      const frozen = await freeze({ tx, hub }, sections)
      const over = sealDigest({ caseId: subject.id, number }, frozen)
      await insertSeal(
        tx,
        {
          id: sealId,
          caseId: subject.id,
          number,
          digest: over,
          note: input.note,
          proposedBy: officer.id,
          agencyId: officer.agencyId,
          proposedAt: now,
          sections: frozen.map(({ sectionId, position, digest: each }) => ({
            sealId,
            sectionId,
            position,
            digest: each,
          })),
          members: parties.map((agencyId) => ({ sealId, agencyId })),
          signatures: [],
          ending: undefined,
        },
        frozen.map(({ sectionId, upToSeq, content }) => ({ sectionId, upToSeq, content })),
      )
      return over
    })
    if (parties.includes(officer.agencyId))
      await insertSignature(tx, { ...signer, officerId: officer.id, digest, signedAt: now })
    return { sealId, number, digest, sections: sections.length, members: parties.length }
  },
  facts: ({ output }) => ({
    number: output.number,
    digest: output.digest,
    sections: output.sections,
    members: output.members,
  }),
})
