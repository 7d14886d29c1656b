import { randomUUID } from 'node:crypto'
import { hubRouter } from '@lianban/hub'
import type {
  AccessRequestId,
  AgencyId,
  AgreementId,
  AlertId,
  AssistanceId,
  AssistanceLetterId,
  CaseId,
  ClockId,
  ClueId,
  DrawId,
  EvidenceId,
  ExportId,
  FileId,
  FindingId,
  GrantId,
  HandoffId,
  LegalHoldId,
  NoticeId,
  OfficerChangeId,
  OfficerId,
  ProposalId,
  SectionId,
  WebhookDeliveryId,
  WebhookId,
} from '@lianban/kernel'
import { newId } from '@lianban/kernel'
import { routesOf } from '@lianban/server'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { itemFields } from '../../packages/hub/src/evidence/an-item.ts'
import { goodsRow } from '../../packages/hub/src/goods/a-row.ts'
import { aHub, type HubServer } from '../support/hub-server.ts'
import { knock } from '../support/live-client.ts'
import { aSharedCase, once, reportInput } from '../support/shared-case.ts'

/** What anybody may call: who am I, and which agencies can be chosen on the sign-in page. */
const openProcedures = ['agencies.list', 'session.me']

/** Every address of the server, and what it answers a stranger. */
const routes: Record<string, 'everybody' | 'officers' | 'procedures'> = {
  'GET /healthz': 'everybody',
  'GET /readyz': 'everybody',
  'GET /metrics': 'everybody',
  'GET /auth/sign-in': 'everybody',
  'GET /auth/callback': 'everybody',
  'POST /auth/sign-out': 'officers',
  'GET /rooms/:sectionId': 'officers',
  'GET /events': 'officers',
  'GET /log/checkpoint': 'everybody',
  'GET /log/trust.json': 'everybody',
  'GET /log/tile/*': 'everybody',
  'POST /log/cosignatures': 'everybody',
  'POST /log/disputes': 'everybody',
  'POST /exports/dossier': 'officers',
  'GET /exports/letter/assistance/:assistanceId/:version/:file': 'officers',
  'GET /exports/letter/:handoffId/:version/:file': 'officers',
  'GET /exports/trail/:file': 'officers',
  'GET /exports/bundle/:purpose/:file': 'officers',
  'GET /uploads/:fileId': 'officers',
  'PATCH /uploads/:fileId': 'officers',
  'DELETE /uploads/:fileId': 'officers',
  'POST /uploads/:fileId/finish': 'officers',
  'GET /files/:fileId/preview': 'officers',
  'GET /files/:fileId/download': 'officers',
  'ALL /trpc/*': 'procedures',
  'GET /*': 'everybody',
}

type Ids = {
  readonly clueId: ClueId
  readonly caseId: CaseId
  readonly sectionId: SectionId
  readonly grantId: GrantId
  readonly agreementId: AgreementId
  readonly handoffId: HandoffId
  readonly agencyId: AgencyId
  readonly officerId: OfficerId
  readonly requestId: AccessRequestId
  readonly emergencyId: GrantId
  readonly clockId: ClockId
  readonly alertId: AlertId
  readonly findingId: FindingId
  readonly drawId: DrawId
  readonly evidenceId: EvidenceId
  readonly holdId: LegalHoldId
  readonly webhookId: WebhookId
  readonly deliveryId: WebhookDeliveryId
  readonly assistanceId: AssistanceId
  readonly letterId: AssistanceLetterId
  readonly ownerAgencyId: AgencyId
  readonly caseNumber: string
  readonly changeId: OfficerChangeId
  readonly noticeId: NoticeId
  readonly proposalId: ProposalId
  readonly exportId: ExportId
  readonly fileId: FileId
  readonly digest: string
}

const line = '试探'
const letter = (toAgencyId: string) => ({
  toAgencyId,
  number: randomUUID(),
  legalBasis: line,
  purpose: line,
  note: '',
})
const move = ({ handoffId }: Ids) => ({ handoffId, expectedVersion: 1, packageDigest: '0'.repeat(64), note: line })
const custody = ({ evidenceId }: Ids) => ({
  evidenceId,
  expectedVersion: 1,
  at: '2026-03-01T03:00:00Z',
  place: line,
  condition: line,
  sealBefore: '',
  sealAfter: '',
  document: line,
})
const taken = ({ assistanceId }: Ids, step: string) => ({ assistanceId, expectedVersion: 2, move: step, note: line })
const asked = {
  ...{ kind: 'licence_check', proceeding: 'administrative' as const, urgency: 'days_7', urgencyReason: '' },
  ...{ legalBasis: line, facts: line, questions: line, replyForm: line, contact: line },
  targets: [{ kind: 'place' as const, value: line, note: '' }],
  papers: [{ paper: 'assistance_letter', number: line }],
}
const record = ({ caseId }: Ids) => ({ record: { kind: 'Case', id: caseId } })
const terms = (ids: Ids) => ({
  ...record(ids),
  granteeAgencyId: ids.agencyId,
  level: 'view',
  withheldFields: [],
  purpose: line,
  legalBasis: line,
  agreementId: ids.agreementId,
  allowsOnward: false,
  expiresAt: '2030-01-01T00:00:00.000Z',
})

const forForce = (ids: Ids) => {
  const { granteeAgencyId: _agency, agreementId: _agreement, ...rest } = terms(ids)
  return rest
}

/** What a curious officer would send, knowing real ids. A procedure without a sample fails the test. */
const samples: Record<string, (ids: Ids) => object | undefined> = {
  'session.me': () => undefined,
  'agencies.list': () => undefined,
  'agencies.register': () => ({
    slug: 'made-up',
    nameZh: line,
    nameEn: line,
    shortZh: line,
    shortEn: line,
    kind: 'tobacco',
    level: 'city',
    region: '130000',
    oidcIssuer: 'https://idp.invalid',
    oidcClientId: 'lianban',
  }),
  'officers.list': () => ({ agencySlug: 'bj-tobacco' }),
  'officers.changes': () => ({}),
  'officers.proposeEntry': () => ({
    agencySlug: 'bj-tobacco',
    officers: [{ subject: randomUUID(), postZh: line, postEn: line, roles: ['handler'] }],
    reason: line,
  }),
  'officers.proposeChange': ({ officerId }) => ({
    officerId,
    expectedVersion: 1,
    wanted: { kind: 'roles', roles: ['leader'] },
    reason: line,
  }),
  'officers.approve': ({ changeId }) => ({ changeId }),
  'officers.decline': ({ changeId }) => ({ changeId, note: line }),
  'officers.withdraw': ({ changeId }) => ({ changeId, note: line }),
  'rules.versions': () => ({}),
  'rules.compare': ({ digest }) => ({ from: digest, to: digest }),
  'rules.propose': ({ digest }) => ({ digest, reason: line }),
  'rules.approve': ({ changeId }) => ({ changeId }),
  'rules.decline': ({ changeId }) => ({ changeId, note: line }),
  'rules.withdraw': ({ changeId }) => ({ changeId, note: line }),
  'agreements.list': () => ({}),
  'agreements.propose': () => ({
    number: randomUUID(),
    title: line,
    legalBasis: line,
    purposes: [line],
    maxLabel: 'internal',
    maxLevel: 'view',
    allowsOnward: false,
    validFrom: '2026-01-01T00:00:00.000Z',
    validUntil: '2030-01-01T00:00:00.000Z',
    partySlugs: ['bj-tobacco'],
  }),
  'agreements.sign': ({ agreementId }) => ({ agreementId, expectedVersion: 1 }),
  'clues.record': () => reportInput(),
  'clues.list': () => ({}),
  'clues.find': ({ clueId }) => ({ clueId }),
  'clues.decline': ({ clueId }) => ({ clueId, expectedVersion: 1, number: line, reason: line }),
  'cases.open': ({ clueId }) => ({
    clueIds: [clueId],
    number: randomUUID(),
    name: line,
    charge: line,
    summary: line,
    label: 'internal',
    handlingCode: 'unrestricted',
    region: '130000',
    openedOn: '2025',
  }),
  'cases.list': () => ({}),
  'cases.find': ({ caseId }) => ({ caseId }),
  'cases.recordFigure': ({ caseId }) => ({
    caseId,
    measure: 'persons',
    what: line,
    amount: 1,
    unit: '人',
    isApproximate: false,
    asWritten: line,
    source: line,
  }),
  'cases.recordStep': ({ caseId }) => ({ caseId, step: 'seizure.made', happenedAt: '2026-03-01T00:00:00Z' }),
  'cases.steps': ({ caseId }) => ({ caseId }),
  'cases.takeStep': ({ caseId }) => ({
    caseId,
    track: 'administrative',
    move: 'conclude',
    expectedVersion: 0,
    happenedAt: '2026-03-01T00:00:00Z',
  }),
  'cases.decideStep': ({ caseId }) => ({
    caseId,
    track: 'administrative',
    move: 'conclude',
    expectedVersion: 0,
    happenedAt: '2026-03-01T00:00:00Z',
  }),
  'cases.reviewStep': ({ caseId }) => ({
    caseId,
    track: 'reverse',
    move: 'not_prosecute',
    expectedVersion: 0,
    happenedAt: '2026-03-01T00:00:00Z',
  }),
  'cases.closing': ({ caseId }) => ({ caseId }),
  'cases.close': ({ caseId }) => ({ caseId, expectedVersion: 1, ground: 'no_penalty', paper: line }),
  'cases.reopen': ({ caseId }) => ({ caseId, expectedVersion: 1, paper: line, note: line }),
  'cases.recordEvent': ({ caseId }) => ({ caseId, kind: 'other', happenedOn: '2025', what: line, source: line }),
  'dossier.copyKey': ({ sectionId }) => ({ sectionId }),
  'seals.list': ({ caseId }) => ({ caseId }),
  'seals.find': ({ caseId }) => ({ caseId, sealId: caseId }),
  'seals.changes': ({ caseId }) => ({ caseId, sealId: caseId }),
  'seals.propose': ({ caseId }) => ({ caseId, note: line }),
  'seals.sign': ({ caseId }) => ({ caseId, sealId: caseId, digest: '0'.repeat(64) }),
  'seals.decline': ({ caseId }) => ({ caseId, sealId: caseId, reason: line }),
  'seals.withdraw': ({ caseId }) => ({ caseId, sealId: caseId, reason: line }),
  'dossier.authorship': ({ sectionId }) => ({ sectionId }),
  'dossier.exportAuthorship': ({ sectionId }) => ({ sectionId }),
  'dossier.history': ({ sectionId }) => ({ sectionId }),
  'dossier.past': ({ sectionId }) => ({ sectionId, when: { seq: 1 } }),
  'dossier.compare': ({ sectionId }) => ({ sectionId, from: 0 }),
  'dossier.nameVersion': ({ sectionId }) => ({ sectionId, seq: 1, name: line }),
  'dossier.restore': ({ sectionId }) => ({ sectionId, seq: 1 }),
  'grants.list': record,
  'grants.options': record,
  'grants.onwardOptions': record,
  'grants.preview': terms,
  'grants.give': terms,
  'grants.approve': ({ grantId }) => ({ grantId, expectedVersion: 1 }),
  'grants.decline': ({ grantId }) => ({ grantId, expectedVersion: 1, reason: line }),
  'grants.extend': ({ grantId }) => ({ grantId, expectedVersion: 1, expiresAt: '2030-01-01T00:00:00.000Z' }),
  'grants.passOn': (ids) => {
    const { purpose: _, ...onward } = terms(ids)
    return { ...onward, parentGrantId: ids.grantId }
  },
  'grants.previewOnward': (ids) => {
    const { purpose: _, ...onward } = terms(ids)
    return { ...onward, parentGrantId: ids.grantId }
  },
  'grants.giveToTaskForce': (ids) => ({ ...forForce(ids), taskForceId: newId() }),
  'grants.previewForTaskForce': (ids) => ({ ...forForce(ids), taskForceId: newId() }),
  'access.widen': (ids) => ({ ...record(ids), officerIds: [], toAll: true }),
  'agencies.posts': ({ agencyId }) => ({ agencyId }),
  'taskForces.list': () => ({}),
  'taskForces.find': () => ({ taskForceId: newId() }),
  'taskForces.form': ({ agencyId, caseId }) => ({
    name: line,
    caseId,
    until: '2030-01-01T00:00:00.000Z',
    seats: [{ agencyId }],
  }),
  'taskForces.seat': ({ agencyId }) => ({ taskForceId: newId(), expectedVersion: 1, agencyId }),
  'taskForces.revokeSeat': () => ({ taskForceId: newId(), expectedVersion: 1, seatId: newId(), reason: line }),
  'taskForces.extend': () => ({ taskForceId: newId(), expectedVersion: 1, until: '2030-01-01T00:00:00.000Z' }),
  'taskForces.dissolve': () => ({ taskForceId: newId(), expectedVersion: 1, reason: line }),
  'grants.note': ({ grantId }) => ({ grantId, expectedVersion: 1 }),
  'grants.recall': ({ grantId }) => ({ grantId, expectedVersion: 1, reason: line }),
  'grants.toReview': () => ({}),
  'grants.confirm': ({ grantId }) => ({ grantId, expectedVersion: 1, note: '' }),
  'access.whoCanSee': record,
  'explain.mine': record,
  'explain.others': record,
  'explain.onDate': (ids) => ({ ...record(ids), at: '2025-05-21T08:00:00Z' }),
  'explain.ifStage': ({ caseId }) => ({ caseId, stage: 'closed' }),
  'explain.ifRule': (ids) => ({ ...record(ids), ruleId: 'CASE-READ-GRANT', text: '' }),
  'explain.rules': record,
  'files.ofCase': ({ caseId }) => ({ caseId }),
  'files.begin': ({ caseId }) => ({
    caseId,
    name: '清单.pdf',
    bytes: 1,
    isSensitive: false,
    handlingCode: 'unrestricted',
  }),
  'files.mark': ({ fileId }) => ({ fileId, expectedVersion: 1, isSensitive: true, handlingCode: 'no_onward' }),
  'dossier.outline': ({ caseId }) => ({ caseId }),
  'dossier.contents': ({ caseId }) => ({ caseId }),
  'dossier.layOut': ({ caseId }) => ({ caseId, template: 'clue-assessment' }),
  'dossier.arrange': ({ caseId, sectionId }) => ({ caseId, sectionId, toPosition: 1 }),
  'dossier.shownRecords': ({ clueId, caseId }) => ({
    blocks: [
      { kind: 'event', recordId: caseId },
      { kind: 'quotation', recordId: clueId },
    ],
  }),
  'dossier.exportObstacles': ({ caseId }) => ({ caseId, purpose: 'proceedings' }),
  'comments.ofSection': ({ sectionId }) => ({ sectionId }),
  'comments.mentionable': ({ sectionId }) => ({ sectionId }),
  'comments.write': ({ sectionId }) => ({ sectionId, quote: '', words: line, mentions: [] }),
  'comments.resolve': ({ sectionId }) => ({ sectionId, threadId: sectionId, isResolved: true }),
  'suggestions.ofSection': ({ sectionId }) => ({ sectionId }),
  'suggestions.suggest': ({ sectionId }) => ({
    sectionId,
    pieces: [{ anchor: { from: 'AAECAw', to: 'AAECBA' }, seen: '', proposed: line }],
    reason: line,
  }),
  'suggestions.decide': ({ sectionId }) => ({ sectionId, suggestionId: sectionId, outcome: 'accepted', note: line }),
  'suggestions.withdraw': ({ sectionId }) => ({ sectionId, suggestionId: sectionId }),
  'quotations.quote': ({ sectionId, clueId }) => ({ sectionId, clueId, part: 'content', words: line }),
  'quotations.askConsent': ({ sectionId, clueId }) => ({
    sectionId,
    quotationId: clueId,
    purpose: 'proceedings',
    reason: line,
  }),
  'quotations.consent': ({ clueId }) => ({ clueId, consentId: clueId, outcome: 'given', note: line }),
  'quotations.consents': ({ clueId }) => ({ clueId }),
  'dossier.addSection': ({ caseId }) => ({ caseId, title: line, audience: 'case', memberAgencyIds: [] }),
  'dossier.restrict': ({ sectionId }) => ({ sectionId, expectedVersion: 1, audience: 'case', memberAgencyIds: [] }),
  'handoffs.list': ({ caseId }) => ({ box: 'case', caseId }),
  'handoffs.find': ({ handoffId }) => ({ handoffId }),
  'handoffs.funnel': () => ({}),
  'handoffs.kinds': () => ({}),
  'handoffs.changes': ({ handoffId }) => ({ handoffId }),
  'handoffs.prepare': ({ caseId, agencyId }) => ({ ...letter(agencyId), caseId }),
  'handoffs.handBack': ({ caseId, agencyId }) => ({ ...letter(agencyId), caseId, kind: 'case_return' }),
  'handoffs.handOver': ({ caseId, agencyId }) => ({ ...letter(agencyId), caseId, kind: 'goods' }),
  'handoffs.giveOpinion': ({ caseId, agencyId }) => ({ ...letter(agencyId), caseId, kind: 'penalty_opinion' }),
  'handoffs.handOn': ({ clueId, agencyId }) => ({ ...letter(agencyId), clueId, kind: 'clue_transfer' }),
  'handoffs.dispatch': move,
  'handoffs.deliver': move,
  'handoffs.sign': move,
  'handoffs.accept': move,
  'handoffs.acceptInPart': (ids) => ({ ...move(ids), reasons: ['test_report_missing'] }),
  'handoffs.return': (ids) => ({ ...move(ids), reasons: ['not_ours'] }),
  'handoffs.forward': (ids) => ({ ...move(ids), namedAgencyId: ids.agencyId }),
  'handoffs.cancel': move,
  'handoffs.act': (ids) => ({ ...move(ids), move: 'notify' }),
  'handoffs.answer': (ids) => ({ ...move(ids), move: 'conclude' }),
  'handoffs.oversee': (ids) => ({ ...move(ids), move: 'accept_reasons' }),
  'assistance.options': () => ({ kind: 'licence_check' }),
  'assistance.list': ({ letterId }) => ({ box: 'letter', letterId }),
  'assistance.progress': ({ letterId }) => ({ letterId }),
  'assistance.measures': () => ({ by: 'kind' }),
  'assistance.find': ({ assistanceId }) => ({ assistanceId }),
  'assistance.crossCheck': ({ assistanceId }) => ({ assistanceId }),
  'assistance.ask': ({ caseId, agencyId }) => ({ ...asked, caseId, receivers: [agencyId], number: randomUUID() }),
  'assistance.send': (ids) => taken(ids, 'send'),
  'assistance.receive': (ids) => taken(ids, 'sign_in'),
  'assistance.assign': (ids) => ({ ...taken(ids, 'assign'), officerId: ids.officerId }),
  'assistance.act': (ids) => taken(ids, 'to_field'),
  'assistance.reply': (ids) => taken(ids, 'reply'),
  'assistance.refuse': (ids) => ({ ...taken(ids, 'refuse'), ground: 'beyond_power' }),
  'assistance.answer': (ids) => taken(ids, 'withdraw'),
  'assistance.oversee': (ids) => taken(ids, 'decide_not_to'),
  'clocks.board': ({ ownerAgencyId }) => ({ state: 'open', liableAgencyId: ownerAgencyId }),
  'clocks.byAgency': () => ({}),
  'clocks.ofMatter': ({ caseId }) => ({ id: caseId }),
  'clocks.explain': ({ clockId }) => ({ clockId }),
  'goods.ofItem': ({ evidenceId }) => ({ evidenceId }),
  'goods.preview': ({ evidenceId }) => ({ evidenceId, rows: [goodsRow] }),
  'goods.enter': ({ evidenceId }) => ({ evidenceId, rows: [goodsRow] }),
  'goods.strike': ({ evidenceId }) => ({ evidenceId, lineId: randomUUID(), reason: line }),
  'evidence.ofCase': ({ caseId }) => ({ caseId }),
  'evidence.options': ({ caseId }) => ({ caseId }),
  'evidence.find': ({ evidenceId }) => ({ evidenceId }),
  'evidence.record': ({ caseId }) => ({ caseId, ...itemFields }),
  'evidence.takeReply': ({ caseId, assistanceId }) => ({
    ...{ caseId, assistanceId, version: 3, kind: 'documentary', name: line, keptAt: line },
  }),
  'evidence.amend': ({ evidenceId }) => {
    const { kind: _kind, proceeding: _in, instrument: _by, keptAt: _at, ...amended } = itemFields
    return { evidenceId, expectedVersion: 1, ...amended, reason: line }
  },
  'evidence.cure': ({ evidenceId }) => ({ evidenceId, line: 'ALL-PLACE', how: 'explained', words: line }),
  'evidence.convert': ({ evidenceId }) => ({ evidenceId, decision: 'used', words: line }),
  'evidence.give': (ids) => ({
    ...custody(ids),
    toAgencyId: ids.agencyId,
    toName: '',
    moves: 'goods',
    purpose: line,
  }),
  'evidence.receive': (ids) => ({
    ...custody(ids),
    outcome: 'received',
    keptAt: line,
    recount: '30 条',
    difference: '',
  }),
  'evidence.keep': (ids) => ({
    ...custody(ids),
    kind: 'seal',
    fromName: '',
    toName: line,
    isOutside: false,
    purpose: line,
  }),
  'evidence.dispose': (ids) => ({
    ...custody(ids),
    kind: 'return',
    fromName: '',
    toName: line,
    isOutside: true,
    purpose: line,
  }),
  'evidence.attach': ({ evidenceId, fileId }) => ({ evidenceId, fileId, part: 'linked', note: line }),
  'evidence.detach': ({ evidenceId }) => ({ evidenceId, attachmentId: randomUUID(), reason: line }),
  'evidence.compare': ({ evidenceId }) => ({ evidenceId }),
  'evidence.links': ({ caseId }) => ({ caseId }),
  'review.ofCase': ({ caseId }) => ({ caseId }),
  'review.note': ({ caseId, evidenceId }) => ({ caseId, evidenceId, words: line }),
  'review.drop': ({ caseId }) => ({ caseId, noteId: randomUUID() }),
  'review.mark': ({ caseId, evidenceId }) => ({
    ...{ caseId, evidenceId, property: 'legality', outcome: 'accepted', words: line, expected: 0 },
  }),
  'chain.ofCase': ({ caseId }) => ({ caseId }),
  'chain.choose': ({ caseId }) => ({ caseId, expected: 0, charges: ['illegal_business'] }),
  'chain.bind': ({ evidenceId }) => ({ evidenceId, fact: 'act', relation: 'direct', source: line, note: line }),
  'chain.unbind': ({ evidenceId }) => ({ evidenceId, bindingId: randomUUID(), reason: line }),
  'chain.explain': ({ evidenceId }) => ({ evidenceId, bindingId: randomUUID(), words: line }),
  'law.assess': () => ({ assessedOn: '2026-03-02', acts: [{ on: '2026-03-01', sales: '20000 元' }] }),
  'law.methods': () => ({}),
  'law.assessGoods': () => ({
    facts: { assessedOn: '2026-03-02', acts: [{ on: '2026-03-01', gain: '0 元' }] },
    goods: [{ item: { goods: 'cigarette', quantity: '3 条', valuations: [] } }],
  }),
  'law.deadline': () => ({ deadline: 'AD-03', startedAt: '2026-02-12T09:00:00Z' }),
  'hits.options': () => ({}),
  'hits.ask': () => ({ kind: 'phone', value: '13800000000', purpose: '跨省协查', reason: line }),
  'hits.list': () => ({ box: 'about-us' }),
  'assessments.assess': ({ clueId }) => ({
    clueId,
    verdict: 'refuted',
    reliability: 'X',
    credibility: '4',
    note: line,
  }),
  'assessments.ofClue': ({ clueId }) => ({ clueId }),
  'corrections.clue': ({ clueId }) => ({
    clueId,
    expectedVersion: 1,
    fault: line,
    reason: line,
    changes: { place: line },
  }),
  'corrections.case': ({ caseId }) => ({
    caseId,
    expectedVersion: 1,
    fault: line,
    reason: line,
    changes: { name: line },
  }),
  'corrections.list': record,
  'holds.list': ({ caseId }) => ({ recordId: caseId }),
  'holds.lay': (ids) => ({ ...record(ids), reason: line, authority: line }),
  'holds.lift': ({ holdId }) => ({ holdId, reason: line, authority: line }),
  'retention.overview': () => ({}),
  'retention.propose': ({ caseId }) => ({ scope: { of: 'record', recordId: caseId }, reason: line }),
  'retention.approve': () => ({ destructionId: randomUUID() }),
  'retention.decline': () => ({ destructionId: randomUUID(), note: line }),
  'retention.withdraw': () => ({ destructionId: randomUUID(), note: line }),
  'receipts.of': ({ handoffId }) => ({ kind: 'Handoff', id: handoffId }),
  'recalls.list': ({ caseId }) => ({ box: 'received', recordId: caseId }),
  'recalls.find': ({ noticeId }) => ({ noticeId }),
  'recalls.acknowledge': ({ noticeId }) => ({ noticeId, copies: 'destroyed', note: line }),
  'proposals.list': ({ caseId }) => ({ recordId: caseId }),
  'proposals.propose': (ids) => ({ ...record(ids), change: { field: 'name', value: line }, reason: line }),
  'proposals.accept': ({ proposalId }) => ({ proposalId, expectedVersion: 1, note: line }),
  'proposals.discard': ({ proposalId }) => ({ proposalId, expectedVersion: 1, reason: line }),
  'proposals.rebase': ({ proposalId }) => ({ proposalId, expectedVersion: 1, change: { field: 'name', value: line } }),
  'proposals.withdraw': ({ proposalId }) => ({ proposalId, expectedVersion: 1, reason: line }),
  'derivation.report': record,
  'exports.clue': ({ clueId }) => ({ clueId, expectedVersion: 1, purpose: line }),
  'exports.find': ({ clueId, exportId }) => ({ clueId, exportId }),
  'requests.ask': ({ caseId }) => ({
    wanted: { kind: 'Case', id: caseId },
    purpose: line,
    legalBasis: line,
    reason: line,
    level: 'view',
    until: '2030-01-01T00:00:00.000Z',
  }),
  'requests.list': () => ({ box: 'to-us' }),
  'requests.find': ({ requestId }) => ({ requestId }),
  'requests.grant': (ids) => ({
    ...record(ids),
    requestId: ids.requestId,
    expectedVersion: 1,
    toOfficer: false,
    level: 'view',
    withheldFields: [],
    purpose: line,
    legalBasis: line,
    agreementId: ids.agreementId,
    expiresAt: '2030-01-01T00:00:00.000Z',
  }),
  'requests.admit': ({ requestId }) => ({ requestId, expectedVersion: 1 }),
  'requests.decline': ({ requestId }) => ({ requestId, expectedVersion: 1, reason: line }),
  'requests.withdraw': ({ requestId }) => ({ requestId, expectedVersion: 1 }),
  'emergencies.options': () => ({}),
  'emergencies.open': ({ ownerAgencyId, caseNumber }) => ({
    kind: 'Case',
    ownerAgencyId,
    number: caseNumber,
    purpose: '跨省协查',
    reason: line,
  }),
  'webhooks.list': () => ({}),
  'webhooks.deliveries': ({ webhookId }) => ({ webhookId }),
  'webhooks.secret': ({ webhookId }) => ({ webhookId }),
  'webhooks.setUp': () => ({ name: line, url: 'https://duty.example.cn/hook', kinds: ['assistance'] }),
  'webhooks.change': ({ webhookId }) => ({
    ...{ webhookId, expectedVersion: 1, name: line, url: 'https://duty.example.cn/hook' },
    ...{ kinds: ['assistance'], isOn: true, renewsSecret: false },
  }),
  'webhooks.replay': ({ deliveryId }) => ({ deliveryId }),
  'notices.list': () => ({}),
  'notices.options': () => ({}),
  'notices.see': () => ({ numbers: [1] }),
  'notices.choose': () => ({ kind: 'assistance', isWanted: true }),
  'radar.list': () => ({}),
  'radar.supervise': ({ findingId }) => ({ findingId, number: line, note: line, approval: line }),
  'radar.draws': () => ({}),
  'radar.beginDraw': () => ({ size: 3 }),
  'radar.freezeDraw': ({ drawId }) => ({ drawId }),
  'radar.drawSample': ({ drawId }) => ({ drawId, word: line }),
  'damages.list': () => ({}),
  'alerts.list': () => ({}),
  'alerts.answer': ({ alertId }) => ({ alertId, verdict: 'explained', note: line }),
  'emergencies.list': () => ({ box: 'on-ours' }),
  'emergencies.find': ({ emergencyId }) => ({ emergencyId }),
  'emergencies.review': ({ emergencyId }) => ({ emergencyId, outcome: 'justified', note: line }),
  'audit.explore': ({ caseId }) => ({ recordId: caseId }),
  'audit.exportCase': ({ caseId }) => ({ caseId, format: 'jsonl' }),
  'audit.looked': ({ caseId }) => ({ recordId: caseId }),
  'audit.ofAdministration': () => ({}),
  'audit.witnesses': () => ({}),
  'audit.ofCase': ({ caseId }) => ({ caseId }),
  'search.all': () => ({ q: 'BJ-0001' }),
  'desk.mine': () => ({}),
}

type Procedure = { readonly _def: { readonly type: string; readonly meta?: { readonly frame: string } } }
const mounted = hubRouter._def.procedures as unknown as Record<string, Procedure>
const procedures = Object.entries(mounted).map(([name, { _def }]) => ({ name, type: _def.type, meta: _def.meta }))

let hub: HubServer
let real: Ids
const strangers: { subject: string; cookie: string }[] = []
let secrets: string[]
beforeAll(async () => {
  hub = await aHub({ cast: true })
  const shared = await aSharedCase(hub)
  const handler = await hub.client('bj-tobacco.handler')
  const { handoffId } = await handler.handoffs.prepare.mutate(
    once({
      caseId: shared.caseId,
      toAgencyId: shared.agencies.get('bj-police-efd')!,
      number: '演示移送〔BJ-0001〕1号',
      legalBasis: '《行政执法机关移送涉嫌犯罪案件的规定》第三条',
      purpose: '移送涉嫌犯罪案件',
      note: '',
    }),
  )
  const agreement = (await handler.agreements.list.query({})).items.find(
    ({ parties }) => !parties.some(({ agency }) => agency.slug === 'hebei-tobacco'),
  )!
  const administrator = await hub.client('lianban-operator.system-admin')
  const [officer] = (await administrator.officers.list.query({ agencySlug: 'bj-tobacco' })).items
  const { changeId } = await administrator.officers.proposeChange.mutate(
    once({ officerId: officer!.id, expectedVersion: 1, wanted: { kind: 'suspension' }, reason: '调离' }),
  )
  const { requestId } = await (await hub.client('guilin-tobacco.handler')).requests.ask.mutate(
    once({
      wanted: { kind: 'Clue' as const, id: shared.clueId },
      purpose: '核查货物来源',
      legalBasis: '依据',
      reason: '核查',
      level: 'view' as const,
      until: '2030-01-01T00:00:00.000Z',
    }),
  )
  // Above what the agreement with Hebei carries.
  const sensitive = { name: '敏感案件', charge: line, summary: line, label: 'sensitive' as const, number: 'BJ-0002' }
  await handler.cases.open.mutate(
    once({ ...sensitive, clueIds: [], handlingCode: 'unrestricted' as const, region: '110000', openedOn: '2025' }),
  )
  const { grantId: emergencyId } = await (await hub.client('bj-police-efd.leader')).emergencies.open.mutate(
    once({
      kind: 'Case' as const,
      ownerAgencyId: shared.agencies.get('bj-tobacco')!,
      number: sensitive.number,
      purpose: '核查货物来源',
      reason: '情况紧急',
    }),
  )
  const { letterId, assistanceIds } = await handler.assistance.ask.mutate(
    once({
      ...{ ...asked, caseId: shared.caseId, number: '演示协查〔BJ-0001〕1号' },
      receivers: [shared.agencies.get('guilin-tobacco')!],
    }),
  )
  real = {
    clueId: shared.clueId,
    caseId: shared.caseId,
    sectionId: shared.openSection,
    grantId: shared.grants['bj-police-efd']!,
    agreementId: agreement.id as AgreementId,
    handoffId,
    agencyId: shared.agencies.get('bj-police-efd')!,
    officerId: officer!.id,
    changeId,
    ...(await aftermathOf(shared.clueId, shared.caseId)),
    digest: (await administrator.rules.versions.query({})).inForce!.digest,
    requestId,
    emergencyId,
    fileId: (
      await handler.files.begin.mutate(
        once({
          caseId: shared.caseId,
          name: '清单.pdf',
          bytes: 1,
          isSensitive: false,
          handlingCode: 'unrestricted' as const,
        }),
      )
    ).fileId,
    clockId: (await handler.clocks.ofMatter.query({ id: shared.caseId })).items[0]!.id,
    alertId: await anAlert(shared.agencies),
    ...(await aRadarRow(shared)),
    ...(await aWebhook(shared)),
    evidenceId: (await handler.evidence.record.mutate(once({ ...itemFields, caseId: shared.caseId }))).evidenceId,
    holdId: (
      await (
        await hub.client('bj-tobacco.leader')
      ).holds.lay.mutate(once({ record: { kind: 'Case' as const, id: shared.caseId }, reason: line, authority: line }))
    ).holdId,
    assistanceId: assistanceIds[0]!,
    letterId,
    ownerAgencyId: shared.agencies.get('bj-tobacco')!,
    caseNumber: sensitive.number,
  }
  const { agencyId: _, ownerAgencyId: _owner, ...hidden } = real
  secrets = [...Object.values(hidden), 'BJ-0001', '电子烟网络案', agreement.number, '案件事实']
  for (const subject of ['hebei-tobacco.handler', 'hebei-tobacco.leader', 'hebei-tobacco.duty-officer'])
    strangers.push({ subject, ...(await hub.signIn(subject)) })
})
afterAll(() => hub.stop())

const guessed = (): Ids => ({
  clueId: newId<ClueId>(),
  caseId: newId<CaseId>(),
  sectionId: newId<SectionId>(),
  grantId: newId<GrantId>(),
  agreementId: newId<AgreementId>(),
  handoffId: newId<HandoffId>(),
  agencyId: real.agencyId,
  officerId: newId<OfficerId>(),
  changeId: newId<OfficerChangeId>(),
  noticeId: newId<NoticeId>(),
  proposalId: newId<ProposalId>(),
  exportId: newId<ExportId>(),
  fileId: newId<FileId>(),
  digest: '0'.repeat(64),
  requestId: newId<AccessRequestId>(),
  emergencyId: newId<GrantId>(),
  clockId: newId<ClockId>(),
  alertId: newId<AlertId>(),
  findingId: newId<FindingId>(),
  drawId: newId<DrawId>(),
  evidenceId: newId<EvidenceId>(),
  holdId: newId<LegalHoldId>(),
  webhookId: newId<WebhookId>(),
  deliveryId: newId<WebhookDeliveryId>(),
  assistanceId: newId<AssistanceId>(),
  letterId: newId<AssistanceLetterId>(),
  ownerAgencyId: real.ownerAgencyId,
  caseNumber: randomUUID(),
})

/** An alert of the watch, told to Beijing. */
async function anAlert(agencies: ReadonlyMap<string, AgencyId>): Promise<AlertId> {
  const id = newId<AlertId>()
  const client = new pg.Client({ connectionString: hub.ownerUrl })
  await client.connect()
  await client.query(
    `insert into audit_alerts select $1, 'WATCH-DENIALS', $2, 'owner', o.id, o.agency_id, 12, 3, now(), now(), now(), '2026-03-01'
      from officers o where o.agency_id = $3 limit 1`,
    [id, agencies.get('bj-tobacco'), agencies.get('bj-police-efd')],
  )
  await client.end()
  return id
}

/** The case as the radar lists it to Beijing, and a draw among such rows. */
async function aRadarRow({ agencies, caseId }: { agencies: ReadonlyMap<string, AgencyId>; caseId: string }) {
  const [findingId, drawId] = [newId<FindingId>(), newId<DrawId>()]
  const client = new pg.Client({ connectionString: hub.ownerUrl })
  await client.connect()
  await client.query(
    `insert into radar_findings select $1, 'NT-EDGE', $2, $3, 'own', $3, $3, c.id, c.number, '差一点', 'nearly', now(), now()
      from cases c where c.id = $4`,
    [findingId, `NT-EDGE ${findingId}`, agencies.get('bj-tobacco'), caseId],
  )
  await client.query(
    `insert into radar_draws select $1, o.agency_id, null, null, 3, $2, o.id, now() from officers o where o.agency_id = $3 limit 1`,
    [drawId, 'c'.repeat(64), agencies.get('bj-tobacco')],
  )
  await client.end()
  return { findingId, drawId }
}

/** An endpoint of Beijing, and one delivery to it that was given up. */
async function aWebhook({ agencies }: { agencies: ReadonlyMap<string, AgencyId> }) {
  const [webhookId, deliveryId] = [newId<WebhookId>(), newId<WebhookDeliveryId>()]
  const client = new pg.Client({ connectionString: hub.ownerUrl })
  await client.connect()
  await client.query(
    `insert into webhooks select $1, o.agency_id, '值班系统', 'https://duty.example.cn/hook', '{assistance}', true, o.id, now(),
      null, 1, o.id, now(), 1 from officers o where o.agency_id = $2 limit 1`,
    [webhookId, agencies.get('bj-tobacco')],
  )
  await client.query(
    `insert into webhook_deliveries (id, webhook_id, agency_id, kind, number, told_at, state, next_at)
      values ($1, $2, $3, 'assistance', 1, now(), 'dead', now())`,
    [deliveryId, webhookId, agencies.get('bj-tobacco')],
  )
  await client.end()
  return { webhookId, deliveryId }
}

/** The clue corrected and exported by its owner, and a change of the case proposed by the police. */
async function aftermathOf(clueId: ClueId, caseId: CaseId) {
  const owner = await hub.client('bj-tobacco.handler')
  const police = await hub.client('bj-police-efd.handler')
  const { version } = await owner.clues.find.query({ clueId })
  const { exportId } = await owner.exports.clue.mutate(once({ clueId, expectedVersion: version, purpose: line }))
  const why = { expectedVersion: version, fault: line, reason: line }
  await owner.corrections.clue.mutate(once({ clueId, ...why, changes: { place: '更正后的地点' } }))
  const { items } = await owner.recalls.list.query({ box: 'sent' })
  const { proposalId } = await police.proposals.propose.mutate(
    once({ record: { kind: 'Case' as const, id: caseId }, change: { field: 'name', value: line }, reason: line }),
  )
  return { exportId, proposalId, noticeId: items[0]!.id }
}

/** One call as it goes over the wire, so that the whole answer can be looked at. */
async function call({ name, type }: { name: string; type: string }, input: object | undefined, cookie = '') {
  const headers = { cookie, origin: hub.origin, 'content-type': 'application/json' }
  const answer =
    type === 'query'
      ? await fetch(`${hub.origin}/trpc/${name}?input=${encodeURIComponent(JSON.stringify(input ?? null))}`, {
          headers,
        })
      : await fetch(`${hub.origin}/trpc/${name}`, { method: 'POST', headers, body: JSON.stringify(once(input ?? {})) })
  const said = (await answer.json()) as {
    result?: { data: unknown }
    error?: { data: { code: string; refusal: unknown } }
  }
  return { status: answer.status, ...said }
}

/** The case as its owner sees it, to notice any trace of a stranger. */
async function asOwnerSeesIt() {
  const handler = await hub.client('bj-tobacco.handler')
  const { caseId, clueId, handoffId } = real
  return JSON.stringify([
    await handler.cases.find.query({ caseId }),
    await handler.clues.find.query({ clueId }),
    await handler.grants.list.query({ record: { kind: 'Case', id: caseId } }),
    await handler.dossier.outline.query({ caseId }),
    await handler.handoffs.find.query({ handoffId }),
    await handler.handoffs.list.query({ box: 'case', caseId }),
    (await handler.agreements.list.query({})).items.find(({ id }) => id === real.agreementId),
  ])
}

describe('every procedure', () => {
  test('[SE60] is made by a frame or stands on the short list of open ones', () => {
    const unframed = procedures.filter(({ meta }) => meta === undefined).map(({ name }) => name)
    expect(unframed.sort()).toEqual(openProcedures)
    const frames = procedures.flatMap(({ type, meta }) => (meta ? [`${type} ${meta.frame}`] : []))
    expect([...new Set(frames)].sort()).toEqual(['mutation command', 'query find', 'query list'])
  })

  test('[SE60] has a sample here of what a stranger would send', () => {
    expect(Object.keys(samples).sort()).toEqual(procedures.map(({ name }) => name).sort())
  })

  test.each(procedures.filter(({ name }) => !openProcedures.includes(name)))(
    '[SE61] $name is refused to somebody without a session, before anything is read',
    async (procedure) => {
      for (const input of [samples[procedure.name]!(real), { nonsense: true }])
        expect(await call(procedure, input)).toMatchObject({
          status: 401,
          error: { data: { code: 'UNAUTHORIZED', refusal: { code: 'session.none' } } },
        })
    },
  )

  test.each(openProcedures)('[SE61] %s tells somebody without a session nothing of any case', async (name) => {
    const answer = await call({ name, type: 'query' }, undefined)
    expect(answer.status).toBe(200)
    for (const secret of secrets) expect(JSON.stringify(answer)).not.toContain(secret)
  })

  test.each(procedures)(
    '[SE62] $name answers an uninvited agency about a real record as about one that never was',
    async (procedure) => {
      const before = await asOwnerSeesIt()
      for (const { subject, cookie } of strangers) {
        const [asked, guess] = [samples[procedure.name]!(real), samples[procedure.name]!(guessed())]
        const answer = await call(procedure, asked, cookie)
        const absent = await call(procedure, guess, cookie)
        // The same question at two moments may be answered with what came between them.
        const isAboutRecord = JSON.stringify(asked) !== JSON.stringify(guess)
        expect(answer.status, subject).toBe(absent.status)
        expect(answer.error, subject).toEqual(absent.error)
        expect(answer.error?.data.code ?? '', subject).not.toMatch(/BAD_REQUEST|INTERNAL|METHOD|UNAUTHORIZED/)
        for (const secret of secrets) expect(JSON.stringify(answer), subject).not.toContain(secret)
        if (procedure.type === 'query' && isAboutRecord && answer.result && !openProcedures.includes(procedure.name))
          expect(answer.result, subject).toEqual(absent.result)
      }
      expect(await asOwnerSeesIt()).toBe(before)
    },
  )

  test('[SE62] a number that another agency uses can be taken without learning that it is used', async () => {
    const handler = await hub.client('hebei-tobacco.handler')
    const opened = await handler.cases.open.mutate(
      once({
        clueIds: [],
        number: 'BJ-0001',
        name: line,
        charge: line,
        summary: line,
        label: 'internal' as const,
        handlingCode: 'unrestricted' as const,
        region: '130000',
        openedOn: '2025',
      }),
    )
    expect(opened.caseId).not.toBe(real.caseId)
  })
})

describe('every address', () => {
  test('[SE63] of the server is known here', () => {
    expect(routesOf().sort()).toEqual(Object.keys(routes).sort())
  })

  test.each(Object.keys(routes).filter((route) => routes[route] === 'officers'))(
    '[SE63] %s is refused to somebody without a session',
    async (route) => {
      const [method, path] = route.split(' ') as [string, string]
      const url = hub.origin + path.replace(':sectionId', real.sectionId)
      const answer = await fetch(url, { method, headers: { origin: hub.origin } })
      expect([answer.status, await answer.json()]).toEqual([401, { code: 'session.none' }])
    },
  )

  test.each(Object.keys(routes).filter((route) => routes[route] === 'everybody'))(
    '[SE63] %s tells a stranger nothing of any case',
    async (route) => {
      const [method, path] = route.split(' ') as [string, string]
      const answer = await fetch(hub.origin + path.replace('*', `cases/${real.caseId}`), { method, redirect: 'manual' })
      const text = await answer.text()
      for (const secret of secrets) expect(text).not.toContain(secret)
    },
  )

  test('[SE64] a live room is entered neither without a session nor by an agency that was not invited', async () => {
    const room = { origin: hub.origin, sectionId: real.sectionId }
    expect(await knock({ ...room, cookie: '' })).toMatchObject({ status: 401 })
    for (const { cookie } of strangers) {
      const { status, body } = await knock({ ...room, cookie })
      const absent = await knock({ ...room, cookie, sectionId: newId() })
      expect([status, body]).toEqual([404, absent.body])
      expect(absent.status).toBe(404)
    }
  })
})
