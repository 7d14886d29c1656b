import { listAgencyCards, listPosts, registerAgency } from './agencies/index.ts'
import { listAgreements, proposeAgreement, signAgreement } from './agreements/index.ts'
import { answerAlert, listAlerts } from './alerts/index.ts'
import { assessClue, assessmentsOfClue } from './assessments/index.ts'
import {
  actOnAssistance,
  answerAssistance,
  askAssistance,
  assignAssistance,
  assistanceMeasures,
  assistanceOptions,
  assistanceProgress,
  crossCheckOfAssistance,
  findAssistancePage,
  listAssistances,
  overseeAssistance,
  receiveAssistance,
  refuseAssistance,
  replyToAssistance,
  sendAssistance,
} from './assistances/index.ts'
import { exportAuthorship, sectionAuthorship } from './authorship/index.ts'
import { shownRecords } from './bound-records/index.ts'
import { decideStep, findCaseSteps, reviewStep, takeStep } from './case-steps/index.ts'
import {
  findCasePage,
  findCluePage,
  listCases,
  openCase,
  recordEvent,
  recordFigure,
  recordStep,
} from './cases/index.ts'
import { bindEvidence, chainOfCase, chooseCharges, explainContradiction, unbindEvidence } from './chains/index.ts'
import { clockBoard, clocksByAgency, explainClock, listClocksOf } from './clock-board/index.ts'
import { closeCase, findClosing, reopenCase } from './closings/index.ts'
import { declineClue, listClues, recordClue } from './clues/index.ts'
import { listComments, listMentionable, resolveThread, writeComment } from './comments/index.ts'
import { correctCase, correctClue, listCorrections } from './corrections/index.ts'
import { listDamages } from './damages/index.ts'
import { derivationReport } from './derivation/index.ts'
import { myDesk } from './desk/index.ts'
import { listExportObstacles } from './dossier-exports/index.ts'
import {
  addSection,
  arrangeSection,
  dossierContents,
  dossierOutline,
  layOutDossier,
  restrictSection,
  sectionCopyKey,
} from './dossiers/index.ts'
import {
  breakGlass,
  emergencyOptions,
  findEmergencyPage,
  listEmergencies,
  reviewEmergency,
} from './emergencies/index.ts'
import {
  amendEvidence,
  attachFile,
  compareEvidence,
  convertEvidence,
  cureEvidence,
  detachFile,
  disposeEvidence,
  evidenceLinks,
  evidenceOfCase,
  evidenceOptions,
  findEvidencePage,
  giveEvidence,
  keepEvidence,
  receiveEvidence,
  recordEvidence,
  takeReply,
} from './evidence/index.ts'
import {
  explainIfRule,
  explainIfStage,
  explainMine,
  explainOnDate,
  explainOthers,
  explainRules,
} from './explain/index.ts'
import { exportClue, findExportPage } from './exports/index.ts'
import { beginUpload, listFilesOf, markFile } from './files/index.ts'
import { enterGoods, goodsOfItem, previewGoods, strikeGoods } from './goods/index.ts'
import { confirmGrant, grantsToReview } from './grant-reviews/index.ts'
import {
  acceptHandoff,
  acceptInPart,
  actOnHandoff,
  answerHandoff,
  cancelHandoff,
  deliverHandoff,
  dispatchHandoff,
  findHandoffPage,
  forwardHandoff,
  giveOpinion,
  handBack,
  handOnClue,
  handOver,
  handoffChanges,
  handoffFunnel,
  listHandoffKinds,
  listHandoffs,
  overseeHandoff,
  prepareHandoff,
  returnHandoff,
  signHandoff,
} from './handoffs/index.ts'
import { askHit, hitOptions, listHits } from './hits/index.ts'
import { layHold, liftHold, listHolds } from './holds/index.ts'
import { assessMatter, assessMatterOfGoods, explainLawDeadline, listPriceMethods } from './law/index.ts'
import { chooseNotices, listNotices as listInbox, noticeOptions, seeNotices } from './notices/index.ts'
import {
  approveOfficerChange,
  declineOfficerChange,
  listOfficerChanges,
  listOfficers,
  proposeChange,
  proposeEntry,
  withdrawOfficerChange,
} from './officers/index.ts'
import {
  acceptProposal,
  discardProposal,
  listProposals,
  proposeCorrection,
  rebaseProposal,
  withdrawProposal,
} from './proposals/index.ts'
import { askConsent, consentToQuotation, listConsents, quoteClue } from './quotations/index.ts'
import { beginDraw, drawSample, freezeDraw, listDraws, listFindings, superviseFinding } from './radar/index.ts'
import { acknowledgeNotice, findNoticePage, listNotices } from './recalls/index.ts'
import { receiptsOf } from './receipts/index.ts'
import {
  admitRequest,
  askAccess,
  declineRequest,
  findRequestPage,
  grantRequest,
  listRequests,
  withdrawRequest,
} from './requests/index.ts'
import { dropNote, markEvidence, reviewOfCase, writeNote } from './review-desk/index.ts'
import {
  approveRules,
  compareRules,
  declineRules,
  proposeRules,
  ruleVersions,
  withdrawRules,
} from './rule-versions/index.ts'
import {
  approveDestruction,
  declineDestruction,
  findRetention,
  proposeDestruction,
  withdrawDestruction,
} from './salt-destructions/index.ts'
import {
  changesSinceSeal,
  declineSeal,
  findSealPage,
  listSeals,
  proposeSeal,
  signSeal,
  withdrawSeal,
} from './seals/index.ts'
import { searchAll } from './search/index.ts'
import { compareVersions, nameVersion, pastSection, restoreVersion, sectionHistory } from './section-versions/index.ts'
import {
  approveGrant,
  declineGrant,
  extendGrant,
  giveGrant,
  giveToTaskForce,
  listGrants,
  noteGrant,
  onwardOptions,
  passOnGrant,
  previewForTaskForce,
  previewGrant,
  previewOnward,
  recallGrant,
  shareOptions,
  whoCanSee,
  widenAccess,
} from './sharing/index.ts'
import { decideSuggestion, listSuggestions, suggestChanges, withdrawSuggestion } from './suggestions/index.ts'
import {
  dissolveTaskForce,
  extendTaskForce,
  findTaskForcePage,
  formTaskForce,
  giveSeat,
  listTaskForces,
  revokeSeat,
} from './task-forces/index.ts'
import {
  exploreTrail,
  exportTrailOfCase,
  logWitnesses,
  trailOfAdministration,
  trailOfCase,
  whoLookedAtOurs,
} from './trail/index.ts'
import { mutation, open, query, router } from './trpc.ts'
import {
  changeWebhook,
  listDeliveries,
  listWebhooks,
  replayDelivery,
  setUpWebhook,
  webhookSecret,
} from './webhooks/index.ts'

/** Names to commands and queries, nothing else. */
export const hubRouter = router({
  session: router({
    me: open.query(({ ctx }) => {
      if (!ctx.actor) return null
      const { id, postZh, postEn, roles, agency } = ctx.actor.officer
      return { officer: { id, postZh, postEn, roles, agency }, sessionId: ctx.actor.sessionId }
    }),
  }),
  agencies: router({
    list: open.query(({ ctx: { hub } }) => hub.db.transaction({ duty: 'directory' }, hub.clock.now(), listAgencyCards)),
    posts: query(listPosts),
    register: mutation(registerAgency),
  }),
  officers: router({
    list: query(listOfficers),
    changes: query(listOfficerChanges),
    proposeEntry: mutation(proposeEntry),
    proposeChange: mutation(proposeChange),
    approve: mutation(approveOfficerChange),
    decline: mutation(declineOfficerChange),
    withdraw: mutation(withdrawOfficerChange),
  }),
  rules: router({
    versions: query(ruleVersions),
    compare: query(compareRules),
    propose: mutation(proposeRules),
    approve: mutation(approveRules),
    decline: mutation(declineRules),
    withdraw: mutation(withdrawRules),
  }),
  agreements: router({
    list: query(listAgreements),
    propose: mutation(proposeAgreement),
    sign: mutation(signAgreement),
  }),
  clues: router({
    record: mutation(recordClue),
    list: query(listClues),
    find: query(findCluePage),
    decline: mutation(declineClue),
  }),
  cases: router({
    open: mutation(openCase),
    list: query(listCases),
    find: query(findCasePage),
    recordFigure: mutation(recordFigure),
    recordEvent: mutation(recordEvent),
    recordStep: mutation(recordStep),
    steps: query(findCaseSteps),
    takeStep: mutation(takeStep),
    decideStep: mutation(decideStep),
    reviewStep: mutation(reviewStep),
    closing: query(findClosing),
    close: mutation(closeCase),
    reopen: mutation(reopenCase),
  }),
  grants: router({
    list: query(listGrants),
    options: query(shareOptions),
    onwardOptions: query(onwardOptions),
    preview: query(previewGrant),
    giveToTaskForce: mutation(giveToTaskForce),
    previewForTaskForce: query(previewForTaskForce),
    previewOnward: query(previewOnward),
    give: mutation(giveGrant),
    recall: mutation(recallGrant),
    approve: mutation(approveGrant),
    decline: mutation(declineGrant),
    extend: mutation(extendGrant),
    passOn: mutation(passOnGrant),
    note: mutation(noteGrant),
    toReview: query(grantsToReview),
    confirm: mutation(confirmGrant),
  }),
  access: router({ widen: mutation(widenAccess), whoCanSee: query(whoCanSee) }),
  taskForces: router({
    list: query(listTaskForces),
    find: query(findTaskForcePage),
    form: mutation(formTaskForce),
    seat: mutation(giveSeat),
    revokeSeat: mutation(revokeSeat),
    extend: mutation(extendTaskForce),
    dissolve: mutation(dissolveTaskForce),
  }),
  explain: router({
    mine: query(explainMine),
    others: query(explainOthers),
    onDate: query(explainOnDate),
    ifStage: query(explainIfStage),
    ifRule: query(explainIfRule),
    rules: query(explainRules),
  }),
  dossier: router({
    outline: query(dossierOutline),
    contents: query(dossierContents),
    layOut: mutation(layOutDossier),
    addSection: mutation(addSection),
    arrange: mutation(arrangeSection),
    shownRecords: query(shownRecords),
    exportObstacles: query(listExportObstacles),
    restrict: mutation(restrictSection),
    copyKey: query(sectionCopyKey),
    authorship: query(sectionAuthorship),
    exportAuthorship: query(exportAuthorship),
    history: query(sectionHistory),
    past: query(pastSection),
    compare: query(compareVersions),
    nameVersion: mutation(nameVersion),
    restore: mutation(restoreVersion),
  }),
  files: router({
    ofCase: query(listFilesOf),
    begin: mutation(beginUpload),
    mark: mutation(markFile),
  }),
  seals: router({
    list: query(listSeals),
    find: query(findSealPage),
    changes: query(changesSinceSeal),
    propose: mutation(proposeSeal),
    sign: mutation(signSeal),
    decline: mutation(declineSeal),
    withdraw: mutation(withdrawSeal),
  }),
  comments: router({
    ofSection: query(listComments),
    mentionable: query(listMentionable),
    write: mutation(writeComment),
    resolve: mutation(resolveThread),
  }),
  suggestions: router({
    ofSection: query(listSuggestions),
    suggest: mutation(suggestChanges),
    decide: mutation(decideSuggestion),
    withdraw: mutation(withdrawSuggestion),
  }),
  quotations: router({
    quote: mutation(quoteClue),
    askConsent: mutation(askConsent),
    consent: mutation(consentToQuotation),
    consents: query(listConsents),
  }),
  handoffs: router({
    list: query(listHandoffs),
    find: query(findHandoffPage),
    kinds: query(listHandoffKinds),
    changes: query(handoffChanges),
    funnel: query(handoffFunnel),
    prepare: mutation(prepareHandoff),
    handBack: mutation(handBack),
    handOver: mutation(handOver),
    giveOpinion: mutation(giveOpinion),
    handOn: mutation(handOnClue),
    dispatch: mutation(dispatchHandoff),
    deliver: mutation(deliverHandoff),
    sign: mutation(signHandoff),
    accept: mutation(acceptHandoff),
    acceptInPart: mutation(acceptInPart),
    return: mutation(returnHandoff),
    forward: mutation(forwardHandoff),
    cancel: mutation(cancelHandoff),
    act: mutation(actOnHandoff),
    answer: mutation(answerHandoff),
    oversee: mutation(overseeHandoff),
  }),
  assistance: router({
    options: query(assistanceOptions),
    list: query(listAssistances),
    progress: query(assistanceProgress),
    measures: query(assistanceMeasures),
    find: query(findAssistancePage),
    crossCheck: query(crossCheckOfAssistance),
    ask: mutation(askAssistance),
    send: mutation(sendAssistance),
    receive: mutation(receiveAssistance),
    assign: mutation(assignAssistance),
    act: mutation(actOnAssistance),
    reply: mutation(replyToAssistance),
    refuse: mutation(refuseAssistance),
    answer: mutation(answerAssistance),
    oversee: mutation(overseeAssistance),
  }),
  radar: router({
    list: query(listFindings),
    supervise: mutation(superviseFinding),
    draws: query(listDraws),
    beginDraw: mutation(beginDraw),
    freezeDraw: mutation(freezeDraw),
    drawSample: mutation(drawSample),
  }),
  receipts: router({ of: query(receiptsOf) }),
  clocks: router({
    board: query(clockBoard),
    byAgency: query(clocksByAgency),
    ofMatter: query(listClocksOf),
    explain: query(explainClock),
  }),
  evidence: router({
    ofCase: query(evidenceOfCase),
    options: query(evidenceOptions),
    find: query(findEvidencePage),
    record: mutation(recordEvidence),
    takeReply: mutation(takeReply),
    amend: mutation(amendEvidence),
    cure: mutation(cureEvidence),
    convert: mutation(convertEvidence),
    give: mutation(giveEvidence),
    receive: mutation(receiveEvidence),
    keep: mutation(keepEvidence),
    dispose: mutation(disposeEvidence),
    attach: mutation(attachFile),
    detach: mutation(detachFile),
    compare: mutation(compareEvidence),
    links: query(evidenceLinks),
  }),
  chain: router({
    ofCase: query(chainOfCase),
    choose: mutation(chooseCharges),
    bind: mutation(bindEvidence),
    unbind: mutation(unbindEvidence),
    explain: mutation(explainContradiction),
  }),
  review: router({
    ofCase: query(reviewOfCase),
    note: mutation(writeNote),
    drop: mutation(dropNote),
    mark: mutation(markEvidence),
  }),
  goods: router({
    ofItem: query(goodsOfItem),
    preview: query(previewGoods),
    enter: mutation(enterGoods),
    strike: mutation(strikeGoods),
  }),
  law: router({
    assess: query(assessMatter),
    assessGoods: query(assessMatterOfGoods),
    methods: query(listPriceMethods),
    deadline: query(explainLawDeadline),
  }),
  hits: router({ options: query(hitOptions), ask: mutation(askHit), list: query(listHits) }),
  assessments: router({ assess: mutation(assessClue), ofClue: query(assessmentsOfClue) }),
  corrections: router({
    clue: mutation(correctClue),
    case: mutation(correctCase),
    list: query(listCorrections),
  }),
  recalls: router({
    list: query(listNotices),
    find: query(findNoticePage),
    acknowledge: mutation(acknowledgeNotice),
  }),
  proposals: router({
    list: query(listProposals),
    propose: mutation(proposeCorrection),
    accept: mutation(acceptProposal),
    discard: mutation(discardProposal),
    rebase: mutation(rebaseProposal),
    withdraw: mutation(withdrawProposal),
  }),
  derivation: router({ report: query(derivationReport) }),
  exports: router({ clue: mutation(exportClue), find: query(findExportPage) }),
  requests: router({
    ask: mutation(askAccess),
    list: query(listRequests),
    find: query(findRequestPage),
    grant: mutation(grantRequest),
    admit: mutation(admitRequest),
    decline: mutation(declineRequest),
    withdraw: mutation(withdrawRequest),
  }),
  emergencies: router({
    options: query(emergencyOptions),
    open: mutation(breakGlass),
    list: query(listEmergencies),
    find: query(findEmergencyPage),
    review: mutation(reviewEmergency),
  }),
  notices: router({
    list: query(listInbox),
    options: query(noticeOptions),
    see: mutation(seeNotices),
    choose: mutation(chooseNotices),
  }),
  holds: router({ list: query(listHolds), lay: mutation(layHold), lift: mutation(liftHold) }),
  retention: router({
    overview: query(findRetention),
    propose: mutation(proposeDestruction),
    approve: mutation(approveDestruction),
    decline: mutation(declineDestruction),
    withdraw: mutation(withdrawDestruction),
  }),
  damages: router({ list: query(listDamages) }),
  webhooks: router({
    list: query(listWebhooks),
    deliveries: query(listDeliveries),
    secret: query(webhookSecret),
    setUp: mutation(setUpWebhook),
    change: mutation(changeWebhook),
    replay: mutation(replayDelivery),
  }),
  alerts: router({ list: query(listAlerts), answer: mutation(answerAlert) }),
  audit: router({
    ofCase: query(trailOfCase),
    ofAdministration: query(trailOfAdministration),
    explore: query(exploreTrail),
    looked: query(whoLookedAtOurs),
    witnesses: query(logWitnesses),
    exportCase: query(exportTrailOfCase),
  }),
  search: router({ all: query(searchAll) }),
  desk: router({ mine: query(myDesk) }),
})

export type HubRouter = typeof hubRouter
