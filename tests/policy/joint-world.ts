import { type AgreementId, type ClueId, newId } from '@lianban/kernel'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { agreementParties, agreements } from '../../packages/hub/src/agreements/table.ts'
import { handlingCodes, labels } from '../../packages/hub/src/classification.ts'
import { clues } from '../../packages/hub/src/clues/table.ts'
import { drawAftermath } from './draw-aftermath.ts'
import { drawAlerts } from './draw-alerts.ts'
import { drawAssistance } from './draw-assistance.ts'
import { drawCase } from './draw-case.ts'
import { drawReaders } from './draw-circles.ts'
import { drawClocks } from './draw-clocks.ts'
import { drawDamages } from './draw-damages.ts'
import { drawEmergencies } from './draw-emergencies.ts'
import { drawEvidence } from './draw-evidence.ts'
import { drawFiles } from './draw-files.ts'
import { drawGrants } from './draw-grants.ts'
import { drawHits } from './draw-hits.ts'
import { drawHolds } from './draw-holds.ts'
import { drawNotices } from './draw-notices.ts'
import { drawRadar } from './draw-radar.ts'
import { drawRequests } from './draw-requests.ts'
import { drawWebhooks } from './draw-webhooks.ts'
import { type AgencyName, handlerOf, type Joiner, registerAll } from './joint-agencies.ts'
import type { Lots } from './lots.ts'
import { makePen, type Pen } from './pen.ts'
import { noon, stated } from './rules.ts'

/** What everything in the world is drawn with. */
export type Draw = {
  readonly owner: Pen
  readonly lots: Lots
  readonly joiners: Record<AgencyName, Joiner>
  readonly agreementIds: readonly AgreementId[]
  /** When the records are made. */
  readonly at: Date
}

/** A world of agencies that share clues and cases by lot, written by the owner of the tables, past every rule. */
export async function aJointWorld(
  owner: NodePgDatabase,
  lots: Lots,
  { rounds = 1 }: { rounds?: number } = {},
): Promise<Record<AgencyName, Joiner>> {
  const joiners = await registerAll(owner)
  const agreementIds = Array.from({ length: 24 }, () => newId<AgreementId>())
  const pen = makePen(owner)
  const draw: Draw = { owner: pen, lots, joiners, agreementIds, at: noon }
  for (const id of agreementIds) await drawAgreement(draw, id)
  // Many records of few instants, so that the time alone does not order them.
  for (let round = 0; round < rounds; round++) await drawRecords({ ...draw, at: beside(-(round % 5)) })
  await drawHits(draw)
  await drawAlerts(draw)
  await drawNotices(draw)
  await drawWebhooks(draw)
  await drawRequests(draw)
  await pen.flush()
  await drawEmergencies({ ...draw, owner })
  await drawAftermath({ ...draw, owner })
  await drawClocks({ ...draw, owner })
  await drawEvidence({ ...draw, owner })
  await drawFiles({ ...draw, owner })
  await drawAssistance({ ...draw, owner })
  await drawRadar({ ...draw, owner })
  await drawHolds({ ...draw, owner })
  await drawDamages({ ...draw, owner })
  return joiners
}

/** Clues of every kind, and cases that some of them became part of. */
async function drawRecords(draw: Draw): Promise<void> {
  const inCases: ClueId[] = []
  for (const label of labels)
    for (const handlingCode of handlingCodes)
      for (const state of ['recorded', 'in_case', 'in_case'] as const) {
        const id = await drawClue(draw, { label, handlingCode, state })
        if (state === 'in_case') inCases.push(id)
      }
  for (let drawn = 0; drawn < 48; drawn++) await drawCase(draw, inCases)
}

const beside = (ms: number): Date => new Date(noon.getTime() + ms)
/** Some begin or end to the millisecond at noon. */
const spans = [
  { validFrom: beside(-1), validUntil: beside(1) },
  { validFrom: beside(-1), validUntil: beside(86_400_000) },
  { validFrom: beside(-86_400_000), validUntil: beside(0) },
  { validFrom: beside(0), validUntil: beside(86_400_000) },
]

async function drawAgreement({ owner, lots, joiners }: Draw, id: AgreementId): Promise<void> {
  const { beijing, shunyi, baoan, police, procuratorate } = joiners
  const proposer = lots.oneOf([beijing, shunyi, baoan])
  const others = lots.some([beijing, baoan, police, procuratorate].filter((joiner) => joiner !== proposer))
  const state = lots.oneOf(['proposed', 'in_force', 'ended'] as const)
  await owner.insert(agreements).values({
    id,
    number: id,
    title: '协议',
    legalBasis: '依据',
    purposes: lots.oneOf([[stated.purpose], [stated.purpose, '联合宣传'], ['联合宣传']]),
    maxLabel: lots.oneOf(labels),
    maxLevel: 'view',
    allowsOnward: false,
    ...lots.oneOf(spans),
    state,
    proposedByAgencyId: proposer.id,
    proposedAt: noon,
  })
  const signature = (party: Joiner, isSigned: boolean) =>
    isSigned ? { signedBy: handlerOf(party), signedAt: noon } : { signedBy: null, signedAt: null }
  await owner.insert(agreementParties).values(
    [proposer, ...others].map((party) => ({
      agreementId: id,
      agencyId: party.id,
      ...signature(party, party === proposer || state === 'in_force' || lots.isDrawn(0.4)),
    })),
  )
}

type Kind = Pick<typeof clues.$inferInsert, 'label' | 'handlingCode' | 'state'>

async function drawClue(draw: Draw, kind: Kind): Promise<ClueId> {
  const { beijing, shunyi, baoan } = draw.joiners
  const id = newId<ClueId>()
  const recorder = draw.lots.oneOf([beijing, shunyi, baoan])
  const isRestricted = draw.lots.isDrawn(0.3)
  await draw.owner.insert(clues).values({
    ...kind,
    id,
    number: id,
    title: '线索',
    content: '内容',
    kind: 'report',
    source: 'patrol',
    reportedOn: '2024-11',
    region: '110113',
    place: '顺义',
    goods: [],
    methods: [],
    identifiers: [],
    ownerAgencyId: recorder.id,
    recordedBy: handlerOf(recorder),
    recordedAt: draw.at,
    isRestricted,
  })
  if (isRestricted) await drawReaders(draw, { recordKind: 'Clue', recordId: id, of: recorder })
  await drawGrants(draw, { recordKind: 'Clue', recordId: id, giver: recorder })
  return id
}
