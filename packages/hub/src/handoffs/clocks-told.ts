import type { HandoffId } from '@lianban/kernel'
import { kindOfHandoff } from '@lianban/law'
import { happened } from '../clocks/index.ts'
import type { Given } from './given.ts'
import type { HandoffRow } from './handoff.ts'

/** Tells the law's clocks of a move, for the handoff that it was made on. */
export async function tellClocks(
  given: Pick<Given, 'tx' | 'now' | 'hub' | 'officer'>,
  handoff: HandoffRow & { readonly id: HandoffId },
  codes: readonly string[],
): Promise<void> {
  const { caseId, clueId, fromAgencyId: sender, toAgencyId: receiver, overseerAgencyId } = handoff
  const { parties } = kindOfHandoff(given.hub.law, handoff.kind)
  const sides = { sender, receiver }
  const record = caseId ? ({ kind: 'Case', id: caseId } as const) : ({ kind: 'Clue', id: clueId! } as const)
  for (const code of codes)
    await happened(given, {
      code,
      at: given.now,
      matter: { kind: 'Handoff', id: handoff.id, record },
      parties: {
        agency: sides[parties.agency],
        police: sides[parties.police],
        procuratorate: overseerAgencyId ?? undefined,
      },
    })
}
