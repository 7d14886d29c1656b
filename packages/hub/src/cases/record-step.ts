import { CaseId } from '@lianban/kernel'
import { z } from 'zod'
import { line } from '../classification.ts'
import { happened } from '../clocks/index.ts'
import { command } from '../command.ts'
import { stepToCome, stepUnknown } from './refusals.ts'
import { stepsByHand } from './steps-by-hand.ts'
import { findCase } from './store.ts'

const instant = z.iso.datetime({ offset: true })

/**
 * A step of the procedure that was taken outside of the hub, such as a seizure, a test or a penalty: the clocks of the
 * case go by it. Steps of a handoff are told by the handoff itself, and moves of a track are made on the track.
 */
export const recordStep = command({
  name: 'case.recordStep',
  on: 'Case',
  action: 'recordEvent',
  input: z.object({
    caseId: CaseId,
    step: line(60),
    happenedAt: instant,
    /** The day that was set, for a limit that runs back from it. */
    setFor: instant.optional(),
    variant: line(40).optional(),
    /** How much an extension grants. */
    amount: z.int().min(1).max(1000).optional(),
  }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input }) => findCase(tx, input.caseId, { lock: true }),
  async run({ input, subject, officer, tx, now, hub }) {
    const { step: code, happenedAt, setFor, variant, amount } = input
    if (!stepsByHand(hub.law).includes(code)) throw stepUnknown()
    const at = new Date(happenedAt)
    if (at > now) throw stepToCome()
    const { agencyId, agencyKind } = officer
    await happened(
      { tx, now, hub, officer },
      {
        code,
        at,
        matter: { kind: 'Case', id: subject.id },
        parties: {
          agency: agencyId,
          ...(agencyKind === 'police' && { police: agencyId }),
          ...(agencyKind === 'procuratorate' && { procuratorate: agencyId }),
        },
        region: subject.region,
        setFor: setFor ? new Date(setFor) : undefined,
        variant,
        amount,
      },
    )
    return { step: code }
  },
  facts: ({ input }) => ({ step: input.step }),
})
