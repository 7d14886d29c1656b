import { AgreementId, stale } from '@lianban/kernel'
import { z } from 'zod'
import { command } from '../command.ts'
import { alreadySigned } from './refusals.ts'
import { lockAgreement, saveSignature } from './store.ts'

/** A party's leader signs; the last signature puts the agreement in force. */
export const signAgreement = command({
  name: 'agreement.sign',
  on: 'Agreement',
  input: z.object({ agreementId: AgreementId, expectedVersion: z.int().positive() }),
  about: ({ agreementId }) => agreementId,
  subject: ({ tx, input }) => lockAgreement(tx, input.agreementId),
  async run({ input, subject, officer, tx, now }) {
    if (subject.version !== input.expectedVersion)
      throw stale({ expected: input.expectedVersion, found: subject.version })
    const own = subject.parties.find((party) => party.agencyId === officer.agencyId)
    if (own?.isSigned) throw alreadySigned()
    const isLast = subject.parties.every((party) => party.isSigned || party.agencyId === officer.agencyId)
    const state = isLast ? 'in_force' : subject.state
    await saveSignature(tx, subject, { agencyId: officer.agencyId, signedBy: officer.id, signedAt: now, state })
    return { state }
  },
  facts: ({ subject }) => ({ number: subject.number }),
})
