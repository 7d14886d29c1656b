import { type CorrectionId, type ExportId, type NoticeId, newId, type ProposalId } from '@lianban/kernel'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { assessments } from '../../packages/hub/src/assessments/table.ts'
import { clues } from '../../packages/hub/src/clues/table.ts'
import { corrections } from '../../packages/hub/src/corrections/table.ts'
import { clueExports } from '../../packages/hub/src/exports/clue-export.ts'
import { proposalStates } from '../../packages/hub/src/proposals/proposal.ts'
import { proposals } from '../../packages/hub/src/proposals/table.ts'
import { noticeKinds } from '../../packages/hub/src/recalls/notice.ts'
import { notices, receipts } from '../../packages/hub/src/recalls/table.ts'
import { handlerOf } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

/** What happened to the clues after they were shared, whether or not the agency may still read them. */
export async function drawAftermath({
  owner,
  lots,
  joiners,
}: Omit<Draw, 'owner'> & { owner: NodePgDatabase }): Promise<void> {
  const { beijing, baoan, police, procuratorate, late } = joiners
  for (const clue of await owner.select().from(clues).limit(48)) {
    const others = [beijing, baoan, police, procuratorate, late].filter(({ id }) => id !== clue.ownerAgencyId)
    const [one, another] = [lots.oneOf(others), lots.oneOf(others)]
    const record = { recordKind: 'Clue' as const, recordId: clue.id }
    await owner.insert(assessments).values({
      id: newId(),
      clueId: clue.id,
      clueVersion: 1,
      agencyId: one.id,
      officerId: handlerOf(one),
      verdict: 'undecided',
      reliability: 'X',
      credibility: '4',
      note: '说明',
      assessedAt: noon,
    })
    await owner.insert(corrections).values({
      ...record,
      id: newId<CorrectionId>(),
      agencyId: clue.ownerAgencyId,
      serial: 1,
      fields: ['place'],
      former: { place: '甲地' },
      corrected: { place: '乙地' },
      fault: '有误',
      reason: '核对',
      correctedBy: clue.recordedBy,
      correctedAt: noon,
    })
    for (const proposer of others)
      await owner.insert(proposals).values({
        ...record,
        id: newId<ProposalId>(),
        ownerAgencyId: clue.ownerAgencyId,
        agencyId: proposer.id,
        field: 'place',
        seen: { place: '甲地' },
        proposed: { place: '乙地' },
        reason: '有误',
        state: lots.oneOf(proposalStates),
        proposedBy: handlerOf(proposer),
        proposedAt: noon,
      })
    const noticeId = newId<NoticeId>()
    await owner.insert(notices).values({
      ...record,
      id: noticeId,
      kind: lots.oneOf(noticeKinds),
      recordNumber: clue.number,
      recordTitle: clue.title,
      ownerAgencyId: clue.ownerAgencyId,
      agencyId: another.id,
      officerId: lots.isDrawn(0.3) ? handlerOf(another) : null,
      throughCase: false,
      reason: '收回',
      toldBy: clue.recordedBy,
      toldAt: noon,
      dueAt: noon,
    })
    if (lots.isDrawn(0.5))
      await owner.insert(receipts).values({
        noticeId,
        agencyId: another.id,
        officerId: handlerOf(another),
        copies: 'destroyed',
        note: '',
        givenAt: noon,
      })
    await owner.insert(clueExports).values({
      id: newId<ExportId>(),
      clueId: clue.id,
      clueVersion: 1,
      agencyId: one.id,
      officerId: handlerOf(one),
      purpose: '入卷',
      handlingCode: clue.handlingCode,
      withheldFields: [],
      digest: 'a'.repeat(64),
      exportedAt: noon,
    })
  }
}
