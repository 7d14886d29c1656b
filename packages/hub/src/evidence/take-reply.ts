import { AssistanceId, CaseId, newId } from '@lianban/kernel'
import { evidenceKinds, kindWords, powerToCollect } from '@lianban/law'
import { z } from 'zod'
import { agencyCards, officerCards } from '../agencies/index.ts'
import {
  acceptedReplies,
  codeOf,
  evidenceReplies,
  findAssistance,
  findLetter,
  stepsOf,
  takenReplies,
} from '../assistances/index.ts'
import { line } from '../classification.ts'
import { command } from '../command.ts'
import { appendCustody, custodyOf } from '../custody/index.ts'
import { askingOf } from './asking.ts'
import type { EvidenceItem } from './evidence-item.ts'
import { itemToBe } from './item-to-be.ts'
import { refusals } from './refusals.ts'
import { nextNumber } from './store.ts'
import { evidenceItems } from './table.ts'

/**
 * An accepted answer to a request for assistance becomes an item of the case that asked: with whose answer it is, its code
 * and the digests of what came along. Custody begins with the other agency’s handing over, which this agency signs for.
 */
export const takeReply = command({
  name: 'evidence.takeReply',
  on: 'EvidenceItem',
  action: 'record',
  input: z.object({
    caseId: CaseId,
    assistanceId: AssistanceId,
    /** Of the step that answered. */
    version: z.int().positive(),
    kind: z.enum(evidenceKinds),
    name: line(120),
    keptAt: line(200),
  }),
  about: ({ caseId }) => caseId,
  subject: ({ tx, input, officer }) => itemToBe(tx, input.caseId, officer),
  async run({ input: { assistanceId, version, kind, name, keptAt }, subject, officer, tx, now, hub }) {
    const request = await findAssistance(tx, assistanceId)
    hub.policy.decide(officer, 'read', 'Assistance', request)
    if (request.caseId !== subject.caseId || request.fromAgencyId !== officer.agencyId) throw refusals.replyElsewhere()
    const reply = acceptedReplies(hub.law, await stepsOf(tx, [request.id])).find((one) => one.version === version)
    if (!reply) throw refusals.replyNotAccepted()
    if ((await takenReplies(tx, request.id)).has(version)) throw refusals.replyTakenAlready()
    const { proceeding } = await findLetter(tx, request)
    const power = powerToCollect(hub.law, kind, askingOf(officer, subject.ofCase, proceeding))
    if (!power.isAllowed) throw refusals.beyondPower(power, kindWords(hub.law, kind, proceeding))
    const theirs = (await agencyCards(tx, [reply.agencyId])).get(reply.agencyId)!
    const post = (await officerCards(tx, [reply.officerId])).get(reply.officerId)!
    const code = codeOf(reply.digest)
    const { givenAt: at } = reply
    const item: EvidenceItem = {
      ...{ id: subject.id, caseId: subject.caseId, number: await nextNumber(tx, subject.caseId), version: 1 },
      ...{ kind, proceeding, name, description: reply.note, facts: {} },
      ...{ origin: 'original' as const, parentId: null, instrument: null, instrumentNumber: '' },
      ...{ collectedFrom: at, collectedUntil: at, place: '', collectors: [post.postZh] },
      source: `${theirs.nameZh}对协查${request.number}的答复（核验码${code}）`,
      ...{ dimension: null, amount: null, pendingAgencyId: null },
      ...{ agencyId: officer.agencyId, recordedBy: officer.id, recordedAt: now },
      ...{ holderAgencyId: officer.agencyId, holderName: keptAt, titleAgencyId: officer.agencyId },
    }
    await tx.insert(evidenceItems).values(item)
    const handed = {
      ...{ itemId: item.id, caseId: item.caseId, fromAgencyId: reply.agencyId, fromName: post.postZh },
      ...{
        toAgencyId: officer.agencyId,
        toName: keptAt,
        moves: 'both' as const,
        place: '',
        condition: '',
        difference: '',
      },
      ...{ sealBefore: '', sealAfter: '', document: `${request.number} ${code}`, dimension: null, amount: null },
      ...{ recordedBy: officer.id, recordedAgencyId: officer.agencyId, recordedAt: now },
    }
    const givenId: string = newId()
    await appendCustody(tx, [], {
      ...handed,
      id: givenId,
      kind: 'transfer',
      at,
      purpose: request.number,
      answers: null,
    })
    const given = (await custodyOf(tx, [item.id])).get(item.id)!
    await appendCustody(tx, given, { ...handed, id: newId(), kind: 'receive', at: now, purpose: '', answers: givenId })
    await tx.insert(evidenceReplies).values({
      ...{ itemId: item.id, caseId: item.caseId, agencyId: officer.agencyId, assistanceId: request.id, version },
      ...{ number: request.number, repliedAgencyId: reply.agencyId, repliedBy: reply.officerId, repliedAt: at },
      ...{ digest: reply.digest, items: reply.items },
    })
    return { evidenceId: item.id, number: item.number, digest: reply.digest }
  },
  facts: ({ input, output }) => ({ evidenceKind: input.kind, number: output.number, digest: output.digest }),
})
