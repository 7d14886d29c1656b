import { newId, Refusal } from '@lianban/kernel'
import { type OfficerName, purpose } from './a-cast.ts'
import { assistanceTerms, caseFields, clueInput, figureFields, ruleFiles, type World } from './a-world.ts'
import { bindEvidence, chooseCharges } from './chains/index.ts'
import { writeComment } from './comments/index.ts'
import { noteDamage } from './damages/index.ts'
import { itemFields } from './evidence/an-item.ts'
import { attachFile, recordEvidence } from './evidence/index.ts'
import { goodsRow } from './goods/a-row.ts'
import { layHold } from './holds/index.ts'
import { cursorOf } from './page.ts'
import { hubRouter } from './router.ts'
import { digestOfFiles } from './rule-versions/rule-files.ts'
import { suggestChanges } from './suggestions/index.ts'
import { setUpWebhook } from './webhooks/index.ts'

/** An endpoint of Beijing with one delivery. */
async function aWebhook(world: World) {
  const fields = { name: '值班系统', url: 'https://duty.example.cn/hook', kinds: ['handoff'] }
  const { webhookId } = await world.submit('bjAgencyAdmin', setUpWebhook, fields)
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into webhook_deliveries (id, webhook_id, agency_id, kind, number, told_at, next_at, state)
     select gen_random_uuid(), id, agency_id, 'handoff', 1, set_at, set_at, 'dead' from webhooks where id = $1 returning id`,
    [webhookId],
  )
  return { webhookId, deliveryId: rows[0]!.id }
}

/** A case with a clue, a section, guests and a dispatched handoff, beside an agreement that awaits a signature. */
export async function aScene(world: World) {
  const clueId = await world.aClue({}, 'bjIntake')
  const number = '景〔1〕号'
  const caseId = await world.aCase({ clueIds: [clueId], number })
  const record = { kind: 'Case' as const, id: caseId as string }
  const grantId = await world.aGrant(record, 'police', { level: 'co_handle' })
  await world.aGrant(record, 'procuratorate', { level: 'comment' })
  const sectionId = await world.aSection(caseId)
  const { recordId: quotationId } = await world.aQuotation(sectionId, clueId)
  const comment = { sectionId, quote: '', words: '请核对', mentions: [] }
  const { threadId } = await world.submit('policeHandler', writeComment, comment)
  const piece = { anchor: { from: 'AAECAw', to: 'AAECBA' }, seen: '烟弹', proposed: '烟具' }
  const suggestion = { sectionId, pieces: [piece], reason: '有误' }
  const [suggestionId] = (await world.submit('policeHandler', suggestChanges, suggestion)).suggestionIds
  const { handoffId, packageDigest } = await world.aHandoff('dispatched', caseId)
  const agreementId = await world.anAgreement(['police', 'procuratorate'])
  const changeId = await world.anEntry()
  await world.aRuleChange()
  const requestId = await world.aRequest({ kind: 'Case', id: caseId }, 'guilinHandler')
  const emergencyId = await world.anEmergency(number, 'policeDuty')
  const alertId = await world.anAlert()
  await noteDamage(world.hub, { sectionId, seq: 1 })
  const officerId = world.people.bjColleague.officer.id
  const ids = {
    clueId,
    caseId,
    grantId,
    sectionId,
    quotationId,
    threadId,
    suggestionId: suggestionId!,
    handoffId,
    packageDigest,
    agreementId,
    officerId,
    changeId,
    requestId,
    emergencyId,
    clockId: await world.aClock(caseId),
    alertId,
    findingId: await world.aFinding(caseId),
    drawId: await world.aDraw(),
    ...(await aWebhook(world)),
    fileId: await world.aFile(caseId),
    ...(await anAsked(world, caseId)),
  }
  const { holdId } = await world.submit('bjLeader', layHold, { record, reason: '涉诉', authority: '函〔1〕号' })
  const { evidenceId } = await world.submit('bjHandler', recordEvidence, { ...itemFields, caseId })
  const attached = { evidenceId, fileId: await world.aFile(caseId), part: 'copy' as const, note: '' }
  const { attachmentId } = await world.submit('bjHandler', attachFile, attached)
  await world.submit('bjHandler', chooseCharges, { caseId, expected: 0, charges: ['illegal_business'] })
  const bound = { evidenceId, fact: 'act', relation: 'contradicts' as const, source: '', note: '' }
  const { bindingId } = await world.submit('bjHandler', bindEvidence, bound)
  const taskForceId = await world.aTaskForce(['police', 'procuratorate'])
  return {
    ...ids,
    taskForceId,
    evidenceId,
    attachmentId,
    bindingId,
    holdId,
    ...(await world.anAftermath(clueId, caseId)),
  }
}
async function anAsked(world: World, caseId: string) {
  const { letterId, assistanceIds } = await world.anAssistance(caseId)
  return { letterId, assistanceId: assistanceIds[0]! }
}

export type Scene = Awaited<ReturnType<typeof aScene>>

const submissionId = '8d7f8f5e-3f2b-4c56-9a51-0a6f0c3a7f10'
const cursor = cursorOf(new Date('2026-01-01T00:00:00Z'), '01890000-0000-7000-8000-000000000000')

/** One well-formed input for every procedure that asks for one, about the records of a scene. */
export function inputsAbout(world: World, scene: Record<keyof Scene, string>): Record<string, object | undefined> {
  const { clueId, caseId, grantId, sectionId, handoffId, packageDigest, agreementId, officerId, changeId } = scene
  const {
    quotationId,
    threadId,
    suggestionId,
    noticeId,
    proposalId,
    exportId,
    requestId,
    emergencyId,
    taskForceId,
    alertId,
    findingId,
    drawId,
    clockId,
    evidenceId,
    attachmentId,
    bindingId,
    fileId,
    assistanceId,
    letterId,
    holdId,
    webhookId,
    deliveryId,
  } = scene
  const custody = { place: '地点', condition: '完好', sealBefore: '', sealAfter: '', document: '文书〔1〕号' }
  const at = '2026-03-02T07:00:00Z'
  const { kind: _kind, proceeding: _in, instrument: _by, keptAt: _at, ...amended } = itemFields
  const record = { kind: 'Case' as const, id: caseId }
  const terms = world.terms(record, 'guilin', { withheldFields: ['summary'] })
  const { purpose: _purpose, ...onward } = terms
  const { granteeAgencyId: _agency, agreementId: _agreement, ...forForce } = terms
  const memberAgencyIds = [world.agencies.police]
  const step = { submissionId, handoffId, expectedVersion: 2, packageDigest, note: '说明' }
  const package_ = {
    toAgencyId: world.agencies.customs,
    number: '样移〔1〕号',
    legalBasis: '依据',
    purpose: '移送',
    note: '说明',
    papers: [{ material: 'goods_list', title: '清单' }],
  }
  const sent = { submissionId, assistanceId, expectedVersion: 2, note: '说明' }
  return {
    'assistance.options': { kind: 'licence_check', proceeding: 'administrative' },
    'assistance.list': { box: 'letter', letterId, caseId, cursor, limit: 10 },
    'assistance.progress': { letterId },
    'assistance.measures': { by: 'kind' },
    'assistance.find': { assistanceId },
    'assistance.crossCheck': { assistanceId },
    'assistance.ask': {
      ...{ submissionId, caseId, receivers: [world.agencies.guilin], number: '样协〔1〕号', lane: 'lane', days: 1 },
      ...assistanceTerms,
    },
    'assistance.send': { ...sent, move: 'send' },
    'assistance.receive': { ...sent, move: 'sign_in' },
    'assistance.assign': { ...sent, move: 'assign', officerId },
    'assistance.act': { ...sent, move: 'to_field', unit: '一队', amount: 1, missing: ['assistance_letter'] },
    'assistance.reply': {
      ...{ ...sent, move: 'reply', papers: [{ paper: 'assistance_letter', number: '1' }] },
      items: [{ title: '照片', digest: '0'.repeat(64), madeBy: '一队' }],
    },
    'assistance.refuse': { ...sent, move: 'refuse', ground: 'beyond_power' },
    'assistance.answer': { ...sent, move: 'withdraw' },
    'assistance.oversee': { ...sent, move: 'decide_not_to' },
    'agencies.register': {
      submissionId,
      slug: 'tianjin',
      nameZh: '天津市烟草专卖局',
      nameEn: 'Tianjin Tobacco',
      shortZh: '天津烟草',
      shortEn: 'Tianjin',
      kind: 'tobacco',
      level: 'province',
      region: '120000',
      parentSlug: 'bj',
      oidcIssuer: 'https://idp.invalid/tianjin',
      oidcClientId: 'lianban',
    },
    'officers.list': { agencySlug: 'bj', q: '北京', idleDays: 30 },
    'officers.changes': { open: true },
    'officers.proposeEntry': {
      submissionId,
      agencySlug: 'bj',
      officers: [{ subject: 'bj.new', postZh: '新岗', postEn: 'New post', roles: ['handler'] }],
      reason: '新到岗',
    },
    'officers.proposeChange': {
      submissionId,
      officerId,
      expectedVersion: 1,
      wanted: { kind: 'roles', roles: ['leader'] },
      reason: '提拔',
    },
    'officers.approve': { submissionId, changeId },
    'officers.decline': { submissionId, changeId, note: '材料不全' },
    'officers.withdraw': { submissionId, changeId, note: '' },
    'rules.versions': {},
    'rules.compare': { from: digestOfFiles(ruleFiles), to: digestOfFiles(ruleFiles) },
    'rules.propose': { submissionId, digest: digestOfFiles(ruleFiles), reason: '调整规则' },
    'rules.approve': { submissionId, changeId },
    'rules.decline': { submissionId, changeId, note: '不妥' },
    'rules.withdraw': { submissionId, changeId, note: '' },
    'agreements.list': {},
    'agreements.propose': {
      submissionId,
      number: '协议〔9〕号',
      title: '协议',
      legalBasis: '依据',
      purposes: ['协查'],
      maxLabel: 'internal',
      maxLevel: 'view',
      allowsOnward: false,
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2027-01-01T00:00:00Z',
      partySlugs: ['guilin'],
    },
    'agreements.sign': { submissionId, agreementId, expectedVersion: 1 },
    'clues.record': { submissionId, ...clueInput },
    'clues.list': { q: '电子烟', cursor, limit: 10, verdict: 'confirmed' },
    'clues.find': { clueId },
    'clues.decline': { submissionId, clueId, expectedVersion: 1, number: '1号', reason: '无违法事实' },
    'cases.open': { submissionId, ...caseFields, number: '样〔1〕号', clueIds: [clueId] },
    'cases.list': { q: '电子烟', cursor, limit: 10 },
    'cases.find': { caseId },
    'cases.recordFigure': { submissionId, caseId, ...figureFields },
    'cases.recordStep': { submissionId, caseId, step: 'seizure.made', happenedAt: '2026-03-01T00:00:00Z' },
    'cases.steps': { caseId },
    'cases.takeStep': {
      submissionId,
      caseId,
      track: 'administrative',
      move: 'conclude',
      expectedVersion: 0,
      happenedAt: '2026-03-01T00:00:00Z',
      papers: [{ paper: 'investigation_report', number: '1号' }],
      note: '说明',
      fen: 100,
      flags: ['is_grave'],
    },
    'cases.reviewStep': {
      submissionId,
      caseId,
      track: 'reverse',
      move: 'not_prosecute',
      expectedVersion: 0,
      happenedAt: '2026-03-01T00:00:00Z',
      papers: [{ paper: 'non_prosecution_decision', number: '1号' }],
      note: '说明',
      fen: 1,
      flags: [],
    },
    'cases.decideStep': {
      submissionId,
      caseId,
      track: 'administrative',
      move: 'decide',
      expectedVersion: 0,
      happenedAt: '2026-03-01T00:00:00Z',
      papers: [{ paper: 'penalty_decision', number: '1号' }],
      note: '说明',
      fen: 100,
      flags: ['is_grave'],
    },
    'cases.closing': { caseId },
    'cases.close': { submissionId, caseId, expectedVersion: 1, ground: 'no_penalty', paper: '1号', note: '说明' },
    'cases.reopen': { submissionId, caseId, expectedVersion: 1, paper: '1号', note: '说明' },
    'cases.recordEvent': { submissionId, caseId, kind: 'other', happenedOn: '2025', what: '经过', source: '004' },
    'grants.list': { record },
    'grants.options': { record },
    'grants.onwardOptions': { record },
    'grants.preview': terms,
    'grants.give': { submissionId, ...terms },
    'grants.recall': { submissionId, grantId, expectedVersion: 1, reason: '不再需要' },
    'grants.approve': { submissionId, grantId, expectedVersion: 1 },
    'grants.decline': { submissionId, grantId, expectedVersion: 1, reason: '暂不共享' },
    'grants.extend': { submissionId, grantId, expectedVersion: 1, expiresAt: '2026-12-01T00:00:00Z' },
    'grants.passOn': { submissionId, ...onward, parentGrantId: grantId },
    'grants.previewOnward': { ...onward, parentGrantId: grantId },
    'grants.giveToTaskForce': { submissionId, ...forForce, taskForceId },
    'grants.previewForTaskForce': { ...forForce, taskForceId },
    'access.widen': { submissionId, record, officerIds: [], toAll: true },
    'agencies.posts': { agencyId: world.agencies.police },
    'taskForces.list': {},
    'taskForces.find': { taskForceId },
    'taskForces.form': {
      submissionId,
      name: '专案组',
      caseId,
      until: '2026-12-01T00:00:00Z',
      seats: [{ agencyId: world.agencies.police }],
    },
    'taskForces.seat': { submissionId, taskForceId, expectedVersion: 1, agencyId: world.agencies.guilin },
    'taskForces.revokeSeat': { submissionId, taskForceId, expectedVersion: 1, seatId: caseId, reason: '工作调整' },
    'taskForces.extend': { submissionId, taskForceId, expectedVersion: 1, until: '2027-12-01T00:00:00Z' },
    'taskForces.dissolve': { submissionId, taskForceId, expectedVersion: 1, reason: '工作结束' },
    'grants.note': { submissionId, grantId, expectedVersion: 1 },
    'grants.toReview': { idleDays: 90 },
    'grants.confirm': { submissionId, grantId, expectedVersion: 1, note: '仍需' },
    'access.whoCanSee': { record },
    'explain.mine': { record },
    'explain.others': { record },
    'explain.onDate': { record, at: '2026-03-02T08:00:00Z' },
    'explain.ifStage': { caseId, stage: 'closed' },
    'explain.ifRule': { record, ruleId: 'CASE-READ-GRANT', text: '' },
    'explain.rules': { record },
    'dossier.outline': { caseId },
    'dossier.contents': { caseId },
    'dossier.layOut': { submissionId, caseId, template: 'clue-assessment' },
    'dossier.arrange': { submissionId, caseId, sectionId, toPosition: 2 },
    'dossier.shownRecords': { blocks: [{ kind: 'quotation', recordId: quotationId }] },
    'dossier.exportObstacles': { caseId, sectionIds: [sectionId], purpose: 'proceedings' },
    'comments.ofSection': { sectionId },
    'comments.mentionable': { sectionId },
    'comments.write': {
      submissionId,
      sectionId,
      anchor: { from: 'AAECAw', to: 'AAECBA' },
      quote: '烟弹',
      words: '请核对数量',
      mentions: [officerId],
    },
    'comments.resolve': { submissionId, sectionId, threadId, isResolved: true },
    'suggestions.ofSection': { sectionId },
    'suggestions.suggest': {
      submissionId,
      sectionId,
      pieces: [{ anchor: { from: 'AAECAw', to: 'AAECBA' }, seen: '烟弹', proposed: '烟弹和烟具' }],
      reason: '与清单一致',
    },
    'suggestions.decide': { submissionId, sectionId, suggestionId, outcome: 'accepted', note: '属实' },
    'suggestions.withdraw': { submissionId, sectionId, suggestionId },
    'quotations.quote': { submissionId, sectionId, clueId, part: 'content', words: '电子烟' },
    'quotations.askConsent': { submissionId, sectionId, quotationId, purpose: 'proceedings', reason: '拟移送起诉' },
    'quotations.consent': { submissionId, clueId, consentId: submissionId, outcome: 'given', note: '同意' },
    'quotations.consents': { clueId },
    'dossier.addSection': { submissionId, caseId, title: '新章节', audience: 'members', memberAgencyIds },
    'dossier.restrict': { submissionId, sectionId, expectedVersion: 1, audience: 'members', memberAgencyIds },
    'dossier.copyKey': { sectionId },
    'dossier.authorship': { sectionId },
    'dossier.exportAuthorship': { sectionId },
    'dossier.history': { sectionId },
    'dossier.past': { sectionId, when: { at: '2026-03-02T08:00:00.000Z' } },
    'dossier.compare': { sectionId, from: 0 },
    'dossier.nameVersion': { submissionId, sectionId, seq: 1, name: '初稿' },
    'dossier.restore': { submissionId, sectionId, seq: 1 },
    'files.ofCase': { caseId },
    'files.begin': {
      submissionId,
      caseId,
      name: '清单.pdf',
      bytes: 10,
      isSensitive: false,
      handlingCode: 'unrestricted',
    },
    'files.mark': {
      submissionId,
      fileId,
      expectedVersion: 1,
      isSensitive: true,
      handlingCode: 'no_onward',
    },
    'seals.list': { caseId },
    'seals.find': { caseId, sealId: caseId },
    'seals.changes': { caseId, sealId: caseId },
    'seals.propose': { submissionId, caseId, note: '' },
    'seals.sign': { submissionId, caseId, sealId: caseId, digest: packageDigest },
    'seals.decline': { submissionId, caseId, sealId: caseId, reason: '有异议' },
    'seals.withdraw': { submissionId, caseId, sealId: caseId, reason: '另行提请' },
    'handoffs.list': { box: 'case', caseId },
    'handoffs.find': { handoffId },
    'handoffs.prepare': { ...package_, submissionId, caseId },
    'handoffs.funnel': { from: '2026-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' },
    'handoffs.kinds': {},
    'handoffs.changes': { handoffId },
    'handoffs.handBack': { ...package_, submissionId, caseId, kind: 'case_return' },
    'handoffs.handOver': { ...package_, submissionId, caseId, kind: 'goods' },
    'handoffs.giveOpinion': {
      ...{ ...package_, submissionId, caseId, kind: 'penalty_opinion' },
      papers: [{ material: 'non_prosecution_decision', title: '不起诉决定书' }],
    },
    'handoffs.handOn': { ...package_, submissionId, clueId, kind: 'clue_transfer' },
    'handoffs.dispatch': step,
    'handoffs.deliver': step,
    'handoffs.sign': step,
    'handoffs.accept': step,
    'handoffs.acceptInPart': { ...step, reasons: ['test_report_missing'] },
    'handoffs.return': { ...step, reasons: ['not_ours'] },
    'handoffs.forward': { ...step, namedAgencyId: world.agencies.customs },
    'handoffs.cancel': step,
    'handoffs.act': { ...step, move: 'file', papers: [{ paper: 'filing_notice', number: '立字〔1〕号' }] },
    'handoffs.answer': { ...step, move: 'conclude' },
    'handoffs.oversee': { ...step, move: 'ask_reasons', papers: [{ paper: 'reasons_request', number: '检〔1〕号' }] },
    'holds.list': { recordId: caseId },
    'holds.lay': { submissionId, record: { kind: 'Case', id: caseId }, reason: '涉诉', authority: '检察建议〔1〕号' },
    'holds.lift': { submissionId, holdId, reason: '已审结', authority: '检察建议〔2〕号' },
    'retention.overview': {},
    'retention.propose': { submissionId, scope: { of: 'kind', kind: 'KEEP-NETWORK' }, reason: '期限届满' },
    'retention.approve': { submissionId, destructionId: newId() },
    'retention.decline': { submissionId, destructionId: newId(), note: '尚有复核' },
    'retention.withdraw': { submissionId, destructionId: newId(), note: '' },
    'receipts.of': { kind: 'Handoff', id: handoffId },
    'clocks.board': { state: 'open', liableAgencyId: world.agencies.bj, cursor, limit: 10 },
    'clocks.byAgency': {},
    'clocks.ofMatter': { id: caseId, cursor, limit: 10 },
    'clocks.explain': { clockId },
    'goods.ofItem': { evidenceId },
    'goods.preview': { evidenceId, rows: [goodsRow] },
    'goods.enter': { submissionId, evidenceId, rows: [goodsRow] },
    'goods.strike': { submissionId, evidenceId, lineId: submissionId, reason: '重复' },
    'evidence.ofCase': { caseId },
    'evidence.options': { caseId },
    'evidence.find': { evidenceId },
    'evidence.record': { submissionId, caseId, ...itemFields },
    'evidence.takeReply': {
      ...{ submissionId, caseId, assistanceId, version: 3 },
      ...{ kind: 'documentary', name: '协查复函', keptAt: '证据室' },
    },
    'evidence.amend': { submissionId, evidenceId, expectedVersion: 1, ...amended, reason: '笔误' },
    'evidence.cure': { submissionId, evidenceId, line: 'ALL-PLACE', how: 'explained', words: '说明' },
    'evidence.convert': { submissionId, evidenceId, decision: 'used', words: '' },
    'evidence.give': {
      submissionId,
      evidenceId,
      expectedVersion: 1,
      at,
      toAgencyId: world.agencies.police,
      toName: '',
      moves: 'goods',
      purpose: '移交',
      ...custody,
    },
    'evidence.receive': {
      submissionId,
      evidenceId,
      expectedVersion: 1,
      at,
      outcome: 'received',
      keptAt: '物证室',
      recount: '30 条',
      difference: '',
      ...custody,
    },
    'evidence.keep': {
      submissionId,
      evidenceId,
      expectedVersion: 1,
      kind: 'seal',
      at,
      fromName: '',
      toName: '物证室',
      isOutside: false,
      purpose: '封存',
      ...custody,
    },
    'evidence.dispose': {
      submissionId,
      evidenceId,
      expectedVersion: 1,
      kind: 'return',
      at,
      fromName: '',
      toName: '当事人',
      isOutside: true,
      purpose: '发还',
      ...custody,
    },
    'evidence.attach': { submissionId, evidenceId, fileId, part: 'linked', note: '' },
    'evidence.detach': { submissionId, evidenceId, attachmentId, reason: '关联错误' },
    'evidence.compare': { submissionId, evidenceId },
    'evidence.links': { caseId },
    'review.ofCase': { caseId },
    'review.note': { submissionId, caseId, evidenceId, words: '笔记' },
    'review.drop': { submissionId, caseId, noteId: submissionId },
    'review.mark': {
      ...{ submissionId, caseId, evidenceId, property: 'legality', outcome: 'curable', reason: 'list_unsigned' },
      words: '',
      expected: 0,
    },
    'chain.ofCase': { caseId },
    'chain.choose': { submissionId, caseId, expected: 1, charges: ['illegal_business', 'smuggling'] },
    'chain.bind': { submissionId, evidenceId, fact: 'quantity', relation: 'direct', source: '', note: '' },
    'chain.unbind': { submissionId, evidenceId, bindingId, reason: '绑定错误' },
    'chain.explain': { submissionId, evidenceId, bindingId, words: '已经核实' },
    'law.assess': {
      assessedOn: '2026-03-02',
      genuineness: 'counterfeit',
      acts: [{ on: '2026-03-01', sales: '20000 元', cigarettes: '3 条' }],
      penalties: ['2025-03-01'],
    },
    'law.methods': {},
    'law.assessGoods': {
      facts: { assessedOn: '2026-03-02', acts: [{ on: '2026-03-01', gain: '0 元' }] },
      goods: [
        {
          act: 0,
          isSold: true,
          item: {
            goods: 'cigarette',
            quantity: '3 条',
            valuations: [{ method: 'actual_price', price: '100 元', per: '条' }],
          },
        },
      ],
    },
    'law.deadline': { deadline: 'AD-03', startedAt: '2026-02-12T09:00:00Z', region: '110000' },
    'hits.options': {},
    'hits.ask': { submissionId, kind: 'phone', value: '13800000000', purpose, reason: '核查线索' },
    'hits.list': { box: 'mine', cursor, limit: 10 },
    'assessments.assess': {
      submissionId,
      clueId,
      verdict: 'confirmed',
      reliability: 'B',
      credibility: '2',
      note: '与走访情况一致',
    },
    'assessments.ofClue': { clueId },
    'corrections.clue': {
      submissionId,
      clueId,
      expectedVersion: 2,
      fault: '地点有误',
      reason: '核对原始记录',
      changes: { place: '北京市昌平区', identifiers: [{ kind: 'phone', value: '13900000000' }] },
    },
    'corrections.case': {
      submissionId,
      caseId,
      expectedVersion: 1,
      fault: '名称有误',
      reason: '核对立案文书',
      changes: { name: '更正后的案名' },
    },
    'corrections.list': { record },
    'recalls.list': { box: 'received', recordId: caseId, isOpen: true, cursor, limit: 10 },
    'recalls.find': { noticeId },
    'recalls.acknowledge': { submissionId, noticeId, copies: 'destroyed', note: '已销毁' },
    'proposals.list': { recordId: caseId },
    'proposals.propose': { submissionId, record, change: { field: 'charge', value: '生产伪劣' }, reason: '检验结论' },
    'proposals.accept': { submissionId, proposalId, expectedVersion: 1, note: '属实' },
    'proposals.discard': { submissionId, proposalId, expectedVersion: 1, reason: '依据不足' },
    'proposals.rebase': { submissionId, proposalId, expectedVersion: 1, change: { field: 'name', value: '另名' } },
    'proposals.withdraw': { submissionId, proposalId, expectedVersion: 1, reason: '有误' },
    'derivation.report': { record },
    'exports.clue': { submissionId, clueId, expectedVersion: 2, purpose: '入卷' },
    'exports.find': { clueId, exportId },
    'requests.ask': {
      submissionId,
      wanted: { kind: 'Case', id: caseId },
      purpose,
      legalBasis: '依据',
      reason: '核查线索',
      level: 'view',
      until: '2027-01-01T00:00:00Z',
    },
    'requests.list': { box: 'mine', cursor, limit: 10 },
    'requests.find': { requestId },
    'requests.grant': {
      submissionId,
      requestId,
      expectedVersion: 1,
      record,
      toOfficer: false,
      level: 'view',
      withheldFields: ['summary'],
      purpose,
      legalBasis: '依据',
      agreementId,
      expiresAt: '2027-01-01T00:00:00Z',
    },
    'requests.admit': { submissionId, requestId, expectedVersion: 1 },
    'requests.decline': { submissionId, requestId, expectedVersion: 1, reason: '无关' },
    'requests.withdraw': { submissionId, requestId, expectedVersion: 1 },
    'emergencies.options': {},
    'emergencies.open': {
      submissionId,
      kind: 'Case',
      ownerAgencyId: world.agencies.bj,
      number: '案〔1〕号',
      purpose,
      reason: '情况紧急',
    },
    'webhooks.list': {},
    'webhooks.deliveries': { webhookId, cursor, limit: 10 },
    'webhooks.secret': { webhookId },
    'webhooks.setUp': { submissionId, name: '值班系统', url: 'https://duty.example.cn/hook', kinds: ['assistance'] },
    'webhooks.change': {
      ...{ submissionId, webhookId, expectedVersion: 1, name: '值班系统', url: 'https://duty.example.cn/hook' },
      ...{ kinds: ['assistance'], isOn: false, renewsSecret: true },
    },
    'webhooks.replay': { submissionId, deliveryId },
    'notices.list': { cursor, limit: 10, isUnseen: true },
    'notices.options': {},
    'notices.see': { submissionId, numbers: [1] },
    'notices.choose': { submissionId, kind: 'assistance', isWanted: true },
    'radar.list': { rule: 'NT-EDGE', limit: 10 },
    'radar.supervise': { submissionId, findingId, number: '检监〔1〕号', note: '', approval: '检批〔1〕号' },
    'radar.draws': { limit: 10 },
    'radar.beginDraw': { submissionId, rule: 'NT-EDGE', size: 3 },
    'radar.freezeDraw': { submissionId, drawId },
    'radar.drawSample': { submissionId, drawId, word: '春风' },
    'damages.list': {},
    'alerts.list': { limit: 10 },
    'alerts.answer': { submissionId, alertId, verdict: 'explained', note: '经核实系工作需要' },
    'emergencies.list': { box: 'mine', cursor, limit: 10 },
    'emergencies.find': { emergencyId },
    'emergencies.review': { submissionId, emergencyId, outcome: 'justified', note: '属实' },
    'audit.explore': { recordId: caseId, isByOthers: true, group: 'reading', outcome: 'done', limit: 10 },
    'audit.exportCase': { caseId, format: 'csv' },
    'audit.looked': { days: 7, recordId: caseId },
    'audit.ofAdministration': { limit: 10 },
    'audit.witnesses': {},
    'audit.ofCase': { caseId, cursor: '01890000-0000-7000-8000-000000000000', limit: 10 },
    'search.all': { q: '电子烟' },
    'desk.mine': {},
  }
}

type Procedure = { readonly _def: { readonly type: 'mutation' | 'query'; readonly inputs: unknown[] } }

/** Procedures that anybody may call. */
export const publicProcedures = ['session.me', 'agencies.list']

/** Every procedure of the router but the public ones, by path. */
export const procedures = Object.entries(hubRouter._def.procedures as unknown as Record<string, Procedure>).filter(
  ([path]) => !publicProcedures.includes(path),
)

/** What every query answers an officer who asks about the scene, refusals left out. */
export async function everyAnswer(world: World, name: OfficerName, scene: Record<keyof Scene, string>) {
  const { hub, requestId, actor } = world.as(name)
  const caller = hubRouter.createCaller({ hub, requestId, actor }) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >
  const answers: Record<string, unknown> = {}
  for (const [path] of procedures.filter(([, { _def }]) => _def.type === 'query')) {
    const { cursor: _cursor, q: _q, ...input } = inputsAbout(world, scene)[path] as { cursor?: string; q?: string }
    const asked = path === 'search.all' ? { q: '案' } : input
    const [group, procedure] = path.split('.') as [string, string]
    answers[path] = await caller[group]![procedure]!(asked).catch((error: { cause?: unknown }) => {
      if (!(error.cause instanceof Refusal)) throw error
    })
  }
  return answers
}
