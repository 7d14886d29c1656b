import { CaseId, newId } from '@lianban/kernel'
import { collectionBy, kindWords, powerToCollect } from '@lianban/law'
import { happened } from '../clocks/index.ts'
import { command } from '../command.ts'
import { appendCustody } from '../custody/index.ts'
import { askingOf } from './asking.ts'
import type { EvidenceItem } from './evidence-item.ts'
import { answersOf } from './facts.ts'
import { countedAs, EvidenceFields, timesOf } from './fields.ts'
import { itemToBe } from './item-to-be.ts'
import { refusals } from './refusals.ts'
import { itemsOfCase, nextNumber } from './store.ts'
import { evidenceItems } from './table.ts'

/**
 * An item goes into the register of its case, if the law gives the agency the power for its kind and for the paper it came
 * by. A paper of which this is the first item starts its clocks; the chain of custody starts with the collector.
 */
export const recordEvidence = command({
  name: 'evidence.record',
  on: 'EvidenceItem',
  input: EvidenceFields.extend({ caseId: CaseId }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input, officer }) => itemToBe(tx, input.caseId, officer),
  async run({ input, subject, officer, tx, now, hub }) {
    const { law } = hub
    const { kind, proceeding, instrument, instrumentNumber, origin, keptAt } = input
    const asking = askingOf(officer, subject.ofCase, proceeding)
    const power = powerToCollect(law, kind, asking)
    if (!power.isAllowed) throw refusals.beyondPower(power, kindWords(law, kind, proceeding))
    const collection = instrument ? collectionBy(law, instrument, asking) : null
    if (collection && !collection.power.isAllowed)
      throw refusals.beyondPower(collection.power, law.powers.instruments[instrument!]!)
    if (instrument && !instrumentNumber) throw refusals.instrumentNumberMissing()
    const others = await itemsOfCase(tx, subject.caseId)
    const parentId = input.parentId ?? null
    if ((origin === 'original') !== (parentId === null) || (parentId && !others.some(({ id }) => id === parentId)))
      throw refusals.parentUnfit()
    const times = timesOf(input, now)
    const { caseId: _case, quantity, keptAt: _kept, facts: _facts, ...fields } = input
    const item: EvidenceItem = {
      ...fields,
      ...times,
      ...countedAs(quantity),
      id: subject.id,
      caseId: subject.caseId,
      number: await nextNumber(tx, subject.caseId),
      parentId,
      instrument: instrument ?? null,
      facts: answersOf(law, input),
      agencyId: officer.agencyId,
      recordedBy: officer.id,
      recordedAt: now,
      version: 1,
      holderAgencyId: officer.agencyId,
      holderName: keptAt,
      pendingAgencyId: null,
      titleAgencyId: officer.agencyId,
    }
    await tx.insert(evidenceItems).values(item)
    const registers = collection?.registers
    await appendCustody(tx, [], {
      id: newId(),
      itemId: item.id,
      caseId: item.caseId,
      kind: registers === 'registration.made' ? 'register_in_advance' : 'collect',
      at: times.collectedUntil,
      fromAgencyId: null,
      fromName: input.source,
      toAgencyId: officer.agencyId,
      toName: keptAt,
      moves: 'both',
      place: input.place,
      purpose: '',
      condition: '',
      sealBefore: '',
      sealAfter: typeof item.facts.seal_number === 'string' ? item.facts.seal_number : '',
      document: instrumentNumber,
      dimension: item.dimension,
      amount: item.amount,
      difference: '',
      answers: null,
      recordedBy: officer.id,
      recordedAgencyId: officer.agencyId,
      recordedAt: now,
    })
    const isFirst = !others.some((one) => one.instrument === instrument && one.instrumentNumber === instrumentNumber)
    if (registers && isFirst)
      await happened(
        { tx, now, hub, officer },
        {
          code: registers,
          at: times.collectedUntil,
          matter: { kind: 'Case', id: subject.caseId },
          parties: { agency: officer.agencyId, ...(officer.agencyKind === 'police' && { police: officer.agencyId }) },
          region: subject.ofCase.region,
        },
      )
    return { evidenceId: item.id, number: item.number }
  },
  facts: ({ input, output }) => ({ evidenceKind: input.kind, number: output.number }),
})
