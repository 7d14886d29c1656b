import { type CaseId, type ClueId, type FigureId, type HandoffId, newId, type SectionId } from '@lianban/kernel'
import { stages } from '../../packages/hub/src/cases/case.ts'
import { caseEvents, caseFigures, cases } from '../../packages/hub/src/cases/table.ts'
import { handlingCodes, labels } from '../../packages/hub/src/classification.ts'
import { caseClues } from '../../packages/hub/src/clues/table.ts'
import { sectionMembers, sections } from '../../packages/hub/src/dossiers/table.ts'
import { type HandoffState, handoffStates } from '../../packages/hub/src/handoffs/handoff.ts'
import { handoffItems, handoffReceipts, handoffs } from '../../packages/hub/src/handoffs/table.ts'
import { drawReaders, drawTaskForce } from './draw-circles.ts'
import { drawGrants } from './draw-grants.ts'
import { handlerOf, type Joiner } from './joint-agencies.ts'
import type { Draw } from './joint-world.ts'
import { noon } from './rules.ts'

/** A case with clues, sections and perhaps a handoff to the police, who lead it once they accepted. */
export async function drawCase(draw: Draw, clueIds: readonly ClueId[]): Promise<void> {
  const { owner, lots, joiners, at } = draw
  const id = newId<CaseId>()
  const opener = lots.oneOf([joiners.beijing, joiners.shunyi, joiners.baoan])
  const handed = lots.isDrawn(0.6) ? lots.oneOf(handoffStates) : undefined
  const isLed = handed === 'accepted'
  const isRestricted = !isLed && lots.isDrawn(0.3)
  const recorded = { source: '来源', recordedBy: handlerOf(opener), recordedAt: noon }
  await owner.insert(cases).values({
    id,
    number: id,
    name: '案件',
    charge: '非法经营',
    summary: '摘要',
    stage: lots.oneOf(isLed ? stages.filter((stage) => stage !== 'investigating') : stages),
    label: lots.oneOf(labels),
    handlingCode: lots.oneOf(handlingCodes),
    region: '110000',
    openedOn: '2025',
    ownerAgencyId: opener.id,
    leadAgencyId: isLed ? joiners.police.id : opener.id,
    openedBy: handlerOf(opener),
    openedAt: at,
    isRestricted,
  })
  if (isRestricted) await drawReaders(draw, { recordKind: 'Case', recordId: id, of: opener })
  await drawGrants(draw, { recordKind: 'Case', recordId: id, giver: opener })
  if (lots.isDrawn(0.3)) await drawTaskForce(draw, { caseId: id, lead: opener })
  for (const clueId of lots.some(clueIds, 0.05))
    await owner.insert(caseClues).values({
      caseId: id,
      clueId,
      linkedBy: handlerOf(opener),
      linkedAt: noon,
      passesOn: lots.isDrawn(0.7),
    })
  await owner
    .insert(caseEvents)
    .values({ id: newId(), caseId: id, kind: 'opened', happenedOn: '2025', what: '立案', ...recorded })
  await owner.insert(caseFigures).values({
    ...recorded,
    id: newId<FigureId>(),
    caseId: id,
    measure: 'persons',
    what: '涉案人员',
    amount: 3,
    unit: '人',
    isApproximate: false,
    asWritten: '3人',
    recordedAgencyId: opener.id,
  })
  for (const position of [1, 2, 3]) await drawSection(draw, { caseId: id, position, opener })
  if (handed) await drawHandoff(draw, { caseId: id, state: handed, opener })
}

type Placed = { readonly caseId: CaseId; readonly position: number; readonly opener: Joiner }

async function drawSection({ owner, lots, joiners }: Draw, { opener, ...place }: Placed): Promise<void> {
  const { beijing, baoan, police, procuratorate, late } = joiners
  const sectionId = newId<SectionId>()
  const adder = lots.oneOf([opener, police, baoan, late])
  const audience = lots.oneOf(['case', 'members'] as const)
  await owner.insert(sections).values({
    ...place,
    id: sectionId,
    title: '章节',
    audience,
    ownerAgencyId: adder.id,
    addedBy: handlerOf(adder),
    addedAt: noon,
  })
  if (audience === 'case') return
  // Whoever is named, on the case or not: a section is never wider than its case.
  const named = new Set([adder, ...lots.some([beijing, baoan, police, procuratorate, late])])
  await owner.insert(sectionMembers).values([...named].map(({ id }) => ({ sectionId, agencyId: id })))
}

const digest = 'a'.repeat(64)

const isSent = (state: HandoffState): boolean => state !== 'prepared' && state !== 'cancelled'

type Handed = { readonly caseId: CaseId; readonly state: HandoffState; readonly opener: Joiner }

async function drawHandoff({ owner, joiners, lots, at }: Draw, { caseId, state, opener }: Handed): Promise<void> {
  const handoffId = newId<HandoffId>()
  await owner.insert(handoffs).values({
    id: handoffId,
    number: handoffId,
    kind: 'case_transfer',
    caseId,
    circleId: caseId,
    fromAgencyId: opener.id,
    toAgencyId: joiners.police.id,
    // Nobody oversees what was never sent.
    overseerAgencyId: isSent(state) && lots.isDrawn(0.5) ? joiners.procuratorate.id : null,
    legalBasis: '依据',
    purpose: '移送',
    state,
    standing: state === 'taken' ? 'accepted' : state === 'contested' ? 'reconsideration' : state,
    packageDigest: digest,
    preparedBy: handlerOf(opener),
    preparedAt: at,
  })
  await owner.insert(handoffItems).values({
    handoffId,
    position: 1,
    kind: 'transfer_letter',
    recordId: caseId,
    title: '移送书',
    content: '{}',
    digest,
  })
  await owner.insert(handoffReceipts).values({
    id: newId(),
    handoffId,
    rung: 'dispatched',
    move: 'dispatch',
    standing: 'dispatched',
    version: 2,
    officerId: handlerOf(opener),
    agencyId: opener.id,
    packageDigest: digest,
    note: '',
    givenAt: noon,
  })
}
