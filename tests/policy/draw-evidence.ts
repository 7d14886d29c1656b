import { type EvidenceId, type FileId, newId } from '@lianban/kernel'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { evidenceFileChecks, evidenceFileEnds, evidenceFiles } from '../../packages/hub/src/attachments/table.ts'
import { cases } from '../../packages/hub/src/cases/table.ts'
import {
  caseCharges,
  contradictionExplanations,
  factBindings,
  factUnbindings,
} from '../../packages/hub/src/chains/table.ts'
import { custodyEvents } from '../../packages/hub/src/custody/table.ts'
import {
  evidenceAmendments,
  evidenceConversions,
  evidenceCures,
  evidenceItems,
} from '../../packages/hub/src/evidence/table.ts'
import { caseFiles } from '../../packages/hub/src/files/table.ts'
import { goodsLines, goodsStrikes } from '../../packages/hub/src/goods/table.ts'
import { reviewMarks, reviewNotes } from '../../packages/hub/src/review-desk/table.ts'
import { handlerOf } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

/** An item of evidence of many a case, collected, kept and handed over by lot, with a line in each table beside it. */
export async function drawEvidence({
  owner,
  lots,
  joiners,
}: Omit<Draw, 'owner'> & { owner: NodePgDatabase }): Promise<void> {
  const { beijing, baoan, shunyi, police, procuratorate } = joiners
  const sides = [beijing, baoan, shunyi, police]
  for (const ofCase of await owner.select().from(cases).limit(60)) {
    const id = newId<EvidenceId>()
    const [collector, holder, receiver] = [lots.oneOf(sides), lots.oneOf(sides), lots.oneOf(sides)]
    const by = handlerOf(collector)
    await owner.insert(evidenceItems).values({
      id,
      caseId: ofCase.id,
      number: 1,
      kind: 'physical',
      proceeding: 'administrative',
      name: '卷烟',
      description: '',
      origin: 'original',
      instrumentNumber: '',
      collectedFrom: noon,
      collectedUntil: noon,
      place: '',
      source: '',
      collectors: ['甲'],
      facts: {},
      agencyId: collector.id,
      recordedBy: by,
      recordedAt: noon,
      holderAgencyId: holder.id,
      holderName: '物证室',
      pendingAgencyId: lots.isDrawn(0.5) ? receiver.id : null,
      titleAgencyId: collector.id,
    })
    const ofItem = { itemId: id, caseId: ofCase.id, agencyId: collector.id }
    await owner.insert(evidenceAmendments).values({
      ...ofItem,
      id: newId(),
      version: 1,
      former: {},
      reason: '笔误',
      amendedBy: by,
      amendedAt: noon,
    })
    await owner.insert(evidenceCures).values({
      ...ofItem,
      id: newId(),
      line: 'ALL-PLACE',
      how: 'explained',
      words: '说明',
      curedBy: by,
      curedAt: noon,
    })
    await owner
      .insert(evidenceConversions)
      .values({ ...ofItem, decision: 'used', words: '', decidedBy: by, decidedAt: noon })
    const lineId: string = newId()
    await owner.insert(goodsLines).values({
      id: lineId,
      itemId: id,
      caseId: ofCase.id,
      nth: 1,
      brand: '无',
      specification: '',
      goods: 'cigarette',
      category: 'unknown',
      dimension: 'sticks',
      amount: 200,
      codes: [],
      pricePer: '',
      priceSource: '',
      note: '',
      agencyId: collector.id,
      recordedBy: by,
      recordedAt: noon,
    })
    await owner
      .insert(goodsStrikes)
      .values({ lineId, caseId: ofCase.id, reason: '重复', agencyId: collector.id, struckBy: by, struckAt: noon })
    const fileId = newId<FileId>()
    await owner.insert(caseFiles).values({
      id: fileId,
      caseId: ofCase.id,
      ownerAgencyId: collector.id,
      name: '照片.jpg',
      bytes: 1,
      isSensitive: false,
      handlingCode: 'unrestricted',
      sha256: 'a'.repeat(64),
      sm3: 'b'.repeat(64),
      type: 'image/jpeg',
      isNamedAlike: true,
      uploadedBy: by,
      uploadedAt: noon,
    })
    const attachmentId: string = newId()
    await owner
      .insert(evidenceFiles)
      .values({ ...ofItem, id: attachmentId, fileId, part: 'copy', note: '', attachedBy: by, attachedAt: noon })
    const attached = { attachmentId, caseId: ofCase.id, agencyId: collector.id }
    await owner.insert(evidenceFileEnds).values({ ...attached, reason: '误', endedBy: by, endedAt: noon })
    await owner
      .insert(evidenceFileChecks)
      .values({ ...attached, id: newId(), itemId: id, found: 'whole', nth: 1, comparedBy: by, comparedAt: noon })
    const bindingId: string = newId()
    const bound = { bindingId, caseId: ofCase.id, agencyId: collector.id }
    await owner
      .insert(caseCharges)
      .values({ ...bound, nth: 1, charges: ['illegal_business'], chosenBy: by, chosenAt: noon })
    await owner.insert(factBindings).values({
      ...ofItem,
      id: bindingId,
      fact: 'act',
      relation: 'contradicts',
      source: '',
      note: '',
      boundBy: by,
      boundAt: noon,
    })
    await owner
      .insert(contradictionExplanations)
      .values({ ...bound, words: '已核实', explainedBy: by, explainedAt: noon })
    await owner.insert(factUnbindings).values({ ...bound, reason: '误', unboundBy: by, unboundAt: noon })
    const reviewer = lots.oneOf([procuratorate, procuratorate, police])
    const ofReview = { caseId: ofCase.id, itemId: id, agencyId: reviewer.id, words: '笔记' }
    const reviewedBy = reviewer.officers.find(({ roles }) => roles.includes('procurator'))!.id
    await owner.insert(reviewNotes).values({ ...ofReview, id: newId(), officerId: reviewedBy, writtenAt: noon })
    await owner.insert(reviewMarks).values({
      ...ofReview,
      id: newId(),
      property: 'legality',
      nth: 1,
      outcome: 'accepted',
      markedBy: reviewedBy,
      markedAt: noon,
    })
    await owner.insert(custodyEvents).values({
      id: newId(),
      itemId: id,
      caseId: ofCase.id,
      nth: 1,
      kind: 'collect',
      at: noon,
      fromName: '',
      toAgencyId: collector.id,
      toName: '物证室',
      moves: 'both',
      place: '',
      purpose: '',
      condition: '',
      sealBefore: '',
      sealAfter: '',
      document: '',
      difference: '',
      recordedBy: by,
      recordedAgencyId: collector.id,
      recordedAt: noon,
    })
  }
}
