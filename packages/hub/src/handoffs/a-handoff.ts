import type { Law } from '@lianban/law'
import type { AgencyName, OfficerName } from '../a-cast.ts'
import type { HandoffState, Move } from './handoff.ts'
import {
  acceptHandoff,
  acceptInPart,
  actOnHandoff,
  answerHandoff,
  cancelHandoff,
  deliverHandoff,
  dispatchHandoff,
  forwardHandoff,
  overseeHandoff,
  returnHandoff,
  signHandoff,
} from './move.ts'

/** Who usually takes each step of a handoff from Beijing to the police. */
export const steps = {
  dispatch: [dispatchHandoff, 'bjLeader'],
  deliver: [deliverHandoff, 'policeDuty'],
  sign: [signHandoff, 'policeDuty'],
  accept: [acceptHandoff, 'policeLeader'],
  acceptInPart: [acceptInPart, 'policeLeader'],
  return: [returnHandoff, 'policeLeader'],
  forward: [forwardHandoff, 'policeHandler'],
  cancel: [cancelHandoff, 'bjHandler'],
  act: [actOnHandoff, 'policeHandler'],
  answer: [answerHandoff, 'bjHandler'],
  oversee: [overseeHandoff, 'procurator'],
} as const satisfies Record<Move, readonly [unknown, OfficerName]>

/** The moves by which a handoff comes to a state; nothing but the package of one that is taken moves. */
export const wayTo: Record<HandoffState, readonly string[]> = {
  prepared: [],
  dispatched: ['dispatch'],
  delivered: ['dispatch', 'deliver'],
  signed_for: ['dispatch', 'sign'],
  accepted: ['dispatch', 'sign', 'accept'],
  taken: ['dispatch', 'sign', 'accept'],
  contested: ['dispatch', 'sign', 'accept', 'refuse', 'suggest_supervision'],
  returned: ['dispatch', 'sign', 'return'],
  forwarded: ['dispatch', 'forward'],
  cancelled: ['cancel'],
}

/** What the law asks a transfer to hold, as originals named by their titles. */
export const transferPapers = [
  { material: 'investigation_report', title: '涉嫌犯罪案件情况的调查报告' },
  { material: 'goods_list', title: '涉案物品清单' },
  { material: 'test_report', title: '检验报告', number: '烟检〔2026〕1号' },
  { material: 'copy_to_procuratorate', title: '抄送检察院的移送书' },
]

/** The step that makes a move of the table, and everything that it asks for. */
export function asked(law: Law, id: string, agencies: Record<AgencyName, string>) {
  const known = ['case_transfer', 'goods', 'filing_supervision', 'transfer_opinion', 'penalty_opinion'].flatMap(
    (kind) => law.handoffs[kind]!.table.moves,
  )
  const move = known.find((each) => each.id === id) ?? known.find((each) => each.deed === id)!
  const named = move.rung === 'forwarded' ? agencies.customs : agencies.procuratorate
  return {
    deed: move.deed,
    input: {
      note: '说明',
      move: move.id,
      papers: move.papers.map((paper) => ({ paper, number: `${paper}〔1〕号` })),
      ...(move.asks.includes('reasons') && {
        reasons: move.deed === 'return' ? ['not_ours'] : ['test_report_missing'],
      }),
      ...(move.asks.includes('agency') && { namedAgencyId: named }),
    },
  }
}
