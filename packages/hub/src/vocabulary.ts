import type { Vocabulary } from '@lianban/policy'
import { agencyVocabulary, agencyWords, kindWords, offices, roles, roleWords } from './agencies/index.ts'
import { agreementVocabulary, agreementWords } from './agreements/index.ts'
import { alertVocabulary, alertWords } from './alerts/index.ts'
import { assessmentVocabulary, assessmentWords } from './assessments/index.ts'
import { assistanceVocabulary, assistanceWords } from './assistances/index.ts'
import { caseVocabulary, caseWords } from './cases/index.ts'
import { clockVocabulary, clockWords } from './clocks/index.ts'
import { clueVocabulary, clueWords } from './clues/index.ts'
import { damageVocabulary, damageWords } from './damages/index.ts'
import { sectionVocabulary, sectionWords } from './dossiers/index.ts'
import { emergencyVocabulary, emergencyWords } from './emergencies/index.ts'
import { evidenceVocabulary, evidenceWords } from './evidence/index.ts'
import { fileVocabulary, fileWords } from './files/index.ts'
import { grantVocabulary, grantWords } from './grants/index.ts'
import { handoffVocabulary, handoffWords } from './handoffs/index.ts'
import { hitQueryVocabulary, hitQueryWords } from './hits/index.ts'
import { holdVocabulary, holdWords } from './holds/index.ts'
import { inboxVocabulary, inboxWords } from './notices/index.ts'
import { officerChangeVocabulary, officerChangeWords, officerVocabulary, officerWords } from './officers/index.ts'
import { proposalVocabulary, proposalWords } from './proposals/index.ts'
import { drawVocabulary, drawWords, findingVocabulary, findingWords } from './radar/index.ts'
import { noticeVocabulary, noticeWords } from './recalls/index.ts'
import { requestVocabulary, requestWords } from './requests/index.ts'
import { reviewVocabulary, reviewWords } from './review-desk/index.ts'
import {
  ruleChangeVocabulary,
  ruleChangeWords,
  ruleVersionVocabulary,
  ruleVersionWords,
} from './rule-versions/index.ts'
import { destructionVocabulary, destructionWords } from './salt-destructions/index.ts'
import { taskForceVocabulary } from './seats/index.ts'
import { minuteInChina } from './time-in-china.ts'
import { told } from './told.ts'
import { webhookVocabulary, webhookWords } from './webhooks/index.ts'

/** Everything a permission rule of the hub may speak of. */
export const vocabulary: Vocabulary = {
  roles,
  roleKinds: Object.fromEntries(offices.map((office) => [office, ['operator']])),
  roleWords,
  agencyKinds: kindWords,
  askedWords: {
    '$officer.agencyId': { zh: '贵单位', en: 'your agency' },
    '$officer.id': { zh: '您本人', en: 'yourself' },
    '$officer.agencyKind': { zh: '贵单位的类别', en: 'your agency’s kind' },
    '$officer.region': { zh: '贵单位的地区', en: 'your agency’s region' },
    $now: { zh: '现在', en: 'now' },
    $purpose: { zh: '所述目的', en: 'the stated purpose' },
  },
  timeWords: minuteInChina,
  subjects: {
    Agency: told(agencyVocabulary, agencyWords),
    Officer: told(officerVocabulary, officerWords),
    OfficerChange: told(officerChangeVocabulary, officerChangeWords),
    RuleChange: told(ruleChangeVocabulary, ruleChangeWords),
    RuleVersion: told(ruleVersionVocabulary, ruleVersionWords),
    Agreement: told(agreementVocabulary, agreementWords),
    Clue: told(clueVocabulary, clueWords),
    Case: told(caseVocabulary, caseWords),
    Grant: told(grantVocabulary, grantWords),
    Section: told(sectionVocabulary, sectionWords),
    TaskForce: taskForceVocabulary,
    Handoff: told(handoffVocabulary, handoffWords),
    HitQuery: told(hitQueryVocabulary, hitQueryWords),
    Assessment: told(assessmentVocabulary, assessmentWords),
    Proposal: told(proposalVocabulary, proposalWords),
    RecallNotice: told(noticeVocabulary, noticeWords),
    AccessRequest: told(requestVocabulary, requestWords),
    Emergency: told(emergencyVocabulary, emergencyWords),
    Clock: told(clockVocabulary, clockWords),
    Alert: told(alertVocabulary, alertWords),
    LegalHold: told(holdVocabulary, holdWords),
    SaltDestruction: told(destructionVocabulary, destructionWords),
    RoomDamage: told(damageVocabulary, damageWords),
    EvidenceItem: told(evidenceVocabulary, evidenceWords),
    Review: told(reviewVocabulary, reviewWords),
    File: told(fileVocabulary, fileWords),
    Assistance: told(assistanceVocabulary, assistanceWords),
    Notice: told(inboxVocabulary, inboxWords),
    RadarFinding: told(findingVocabulary, findingWords),
    RadarDraw: told(drawVocabulary, drawWords),
    Webhook: told(webhookVocabulary, webhookWords),
  },
}
