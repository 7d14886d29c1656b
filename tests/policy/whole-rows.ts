import { agencies } from '@lianban/identity'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PgTable } from 'drizzle-orm/pg-core'
import { agreementParties, agreements } from '../../packages/hub/src/agreements/table.ts'
import { alerts } from '../../packages/hub/src/alerts/table.ts'
import { assessments } from '../../packages/hub/src/assessments/table.ts'
import { assistances } from '../../packages/hub/src/assistances/table.ts'
import { cases } from '../../packages/hub/src/cases/table.ts'
import { clockParties, clocks } from '../../packages/hub/src/clocks/table.ts'
import { caseClues, clues } from '../../packages/hub/src/clues/table.ts'
import { roomDamages } from '../../packages/hub/src/damages/table.ts'
import { sectionMembers, sections } from '../../packages/hub/src/dossiers/table.ts'
import { emergencies, emergencyReviews } from '../../packages/hub/src/emergencies/table.ts'
import { evidenceItems } from '../../packages/hub/src/evidence/table.ts'
import { caseFiles } from '../../packages/hub/src/files/table.ts'
import { grants } from '../../packages/hub/src/grants/table.ts'
import { handoffs } from '../../packages/hub/src/handoffs/table.ts'
import { hitMatches, hitQueries } from '../../packages/hub/src/hits/table.ts'
import { legalHolds } from '../../packages/hub/src/holds/table.ts'
import { notices as inbox } from '../../packages/hub/src/notices/table.ts'
import { proposals } from '../../packages/hub/src/proposals/table.ts'
import { draws, findings } from '../../packages/hub/src/radar/table.ts'
import { recordReaders } from '../../packages/hub/src/readers/table.ts'
import { notices } from '../../packages/hub/src/recalls/table.ts'
import { accessRequests, requestTargets } from '../../packages/hub/src/requests/table.ts'
import { reviewMarks } from '../../packages/hub/src/review-desk/table.ts'
import { taskForceSeats, taskForces } from '../../packages/hub/src/seats/table.ts'
import { standingIn } from '../../packages/hub/src/standing/index.ts'
import { webhooks } from '../../packages/hub/src/webhooks/table.ts'

/** The table that each kind of record lives in. A register entry is decided as a draft and never listed by rule. */
export const tables = {
  Agreement: agreements,
  Clue: clues,
  Case: cases,
  Grant: grants,
  Section: sections,
  TaskForce: taskForces,
  Handoff: handoffs,
  HitQuery: hitQueries,
  Assessment: assessments,
  RecallNotice: notices,
  Proposal: proposals,
  AccessRequest: accessRequests,
  Emergency: emergencies,
  Clock: clocks,
  Alert: alerts,
  LegalHold: legalHolds,
  RoomDamage: roomDamages,
  EvidenceItem: evidenceItems,
  Review: reviewMarks,
  File: caseFiles,
  Assistance: assistances,
  Notice: inbox,
  RadarFinding: findings,
  RadarDraw: draws,
  Webhook: webhooks,
} satisfies Record<string, PgTable>

export type Listed = keyof typeof tables

export type WholeRow = { readonly id: string } & object

/** Every record with everything the rules ask about it, as the owner of the tables sees it. */
export async function wholeRows(owner: NodePgDatabase): Promise<Record<Listed, WholeRow[]>> {
  const allGrants = await owner.select().from(grants)
  const allCases = await owner.select().from(cases)
  const links = await owner.select().from(caseClues)
  const members = await owner.select().from(sectionMembers)
  const parties = await owner.select().from(agreementParties)
  const allAgreements = await owner.select().from(agreements)
  const matches = await owner.select().from(hitMatches)
  const targets = await owner.select().from(requestTargets)
  const reviews = await owner.select().from(emergencyReviews)
  const clockSides = await owner.select().from(clockParties)
  const agreedBy = (agencyId: string) =>
    allAgreements.flatMap((agreement) => {
      const joined = parties.filter((party) => party.agreementId === agreement.id)
      const isParty = joined.some((party) => party.agencyId === agencyId)
      return isParty
        ? joined
            .filter((party) => party.agencyId !== agencyId)
            .map((party) => ({ ...agreement, agencyId: party.agencyId }))
        : []
    })
  const register = await owner.select().from(agencies)
  const ofOwner = (id: string) => ({ ownerAgency: register.filter((one) => one.id === id), agreements: agreedBy(id) })
  const readers = await owner.select().from(recordReaders)
  const seats = await owner.select().from(taskForceSeats)
  const forces = await owner.select().from(taskForces)
  const knowing = (id: string) => readers.filter((reader) => reader.recordId === id)
  const on = (kind: 'Case' | 'Clue', ...ids: string[]) =>
    allGrants.filter((grant) => grant.recordKind === kind && ids.includes(grant.recordId))
  const allClues = await owner.select().from(clues)
  const circle = (id: string) => [
    ...[...allCases, ...allClues]
      .filter((record) => record.id === id && !record.isRestricted)
      .map((record) => ({ memberId: record.ownerAgencyId as string })),
    ...knowing(id).map(({ officerId }) => ({ memberId: officerId as string })),
  ]
  const hung = <Row extends { recordId: string }>(row: Row) => ({ ...row, circle: circle(row.recordId) })
  const passedOn = (clueId: string) =>
    on('Case', ...links.filter((link) => link.clueId === clueId && link.passesOn).map((link) => link.caseId))
  return {
    Agreement: allAgreements.map((row) => ({
      ...row,
      parties: parties.filter((party) => party.agreementId === row.id),
    })),
    Clue: allClues.map((row) => ({
      ...row,
      ...ofOwner(row.ownerAgencyId),
      grants: on('Clue', row.id),
      readers: knowing(row.id),
      caseGrants: passedOn(row.id),
    })),
    Case: allCases.map((row) => ({
      ...row,
      ...ofOwner(row.ownerAgencyId),
      grants: on('Case', row.id),
      readers: knowing(row.id),
      taskForceSeats: forces
        .filter((force) => force.caseId === row.id)
        .flatMap((force) =>
          seats.filter((seat) => seat.taskForceId === force.id).map((seat) => ({ ...seat, until: force.until })),
        ),
    })),
    TaskForce: forces.map((row) => ({
      ...row,
      seats: seats.filter((seat) => seat.taskForceId === row.id),
      circle: row.caseId ? circle(row.caseId) : [{ memberId: row.leadAgencyId }],
    })),
    Grant: allGrants.map(hung),
    Section: (await owner.select().from(sections)).map((row) => ({
      ...row,
      members: members.filter((member) => member.sectionId === row.id),
      case: allCases.filter((one) => one.id === row.caseId),
      caseGrants: on('Case', row.caseId),
      caseReaders: knowing(row.caseId),
    })),
    Handoff: (await owner.select().from(handoffs)).map((row) => ({
      ...row,
      caseGrants: row.caseId ? on('Case', row.caseId) : [],
      circle: circle(row.circleId),
    })),
    AccessRequest: (await owner.select().from(accessRequests)).map((row) => ({
      ...row,
      targets: targets.filter((target) => target.requestId === row.id),
    })),
    Assistance: (await owner.select().from(assistances)).map((row) => ({ ...row, circle: circle(row.caseId) })),
    Clock: (await owner.select().from(clocks)).map((row) => ({
      ...hung(row),
      parties: clockSides.filter((party) => party.clockId === row.id),
      grants: on(row.recordKind, row.recordId),
    })),
    EvidenceItem: (await owner.select().from(evidenceItems)).map((row) => ({
      ...row,
      standing: allCases
        .filter((one) => one.id === row.caseId)
        .flatMap((one) => standingIn({ ...one, grants: on('Case', one.id), readers: knowing(one.id) })),
    })),
    Review: (await owner.select().from(reviewMarks)).map((row) => ({
      ...row,
      standing: allCases
        .filter((one) => one.id === row.caseId)
        .flatMap((one) => standingIn({ ...one, grants: on('Case', one.id), readers: knowing(one.id) })),
    })),
    File: (await owner.select().from(caseFiles)).map((row) => ({
      ...row,
      case: allCases.filter((one) => one.id === row.caseId),
      caseGrants: on('Case', row.caseId),
      circle: circle(row.caseId),
    })),
    Emergency: (await owner.select().from(emergencies)).map((row) => ({
      ...hung(row),
      reviews: reviews.filter((review) => review.emergencyId === row.id),
    })),
    Alert: await owner.select().from(alerts),
    Notice: await owner.select().from(inbox),
    RadarFinding: (await owner.select().from(findings)).map((row) => ({
      ...row,
      circle: row.circleId === row.caseId ? circle(row.caseId) : [{ memberId: row.toldAgencyId }],
    })),
    RadarDraw: await owner.select().from(draws),
    LegalHold: (await owner.select().from(legalHolds)).map((row) => ({ ...row, circle: circle(row.rootId) })),
    RoomDamage: await owner.select().from(roomDamages),
    Webhook: await owner.select().from(webhooks),
    HitQuery: (await owner.select().from(hitQueries)).map((row) => ({
      ...row,
      matches: matches.filter((match) => match.queryId === row.id),
    })),
    Assessment: (await owner.select().from(assessments)).map((row) => ({
      ...row,
      clue: allClues.filter((clue) => clue.id === row.clueId),
      clueReaders: knowing(row.clueId),
    })),
    RecallNotice: (await owner.select().from(notices)).map(hung),
    Proposal: (await owner.select().from(proposals)).map((row) => ({
      ...hung(row),
      access: [
        ...on(row.recordKind, row.recordId),
        ...passedOn(row.recordId).filter((grant) => row.recordKind === 'Clue' && grant.showsClues),
      ],
    })),
  }
}
