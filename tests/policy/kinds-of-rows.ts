import type { Chapter } from './chapter.ts'
import {
  accessRequest,
  alert,
  assessment,
  clock,
  damage,
  emergency,
  hitQuery,
  inboxNotice,
  legalHold,
  radarDraw,
  radarFinding,
  webhook,
} from './rows-of-asking.ts'
import { assistance } from './rows-of-assistance.ts'
import { evidence, review } from './rows-of-evidence.ts'
import { cases, clue, file, section } from './rows-of-records.ts'
import { grants, handoff, notice, proposal, taskForce } from './rows-of-sharing.ts'
import {
  agency,
  agreement,
  officer,
  officerChange,
  ruleChange,
  ruleVersion,
  saltDestruction,
} from './rows-of-the-register.ts'

/** Every kind of record that a rule may speak of. */
export const chapters: readonly Chapter[] = [
  agency,
  officer,
  officerChange,
  ruleVersion,
  ruleChange,
  agreement,
  clue,
  cases,
  grants,
  section,
  taskForce,
  handoff,
  hitQuery,
  assessment,
  notice,
  proposal,
  accessRequest,
  emergency,
  clock,
  alert,
  inboxNotice,
  legalHold,
  saltDestruction,
  damage,
  webhook,
  evidence,
  review,
  file,
  assistance,
  radarFinding,
  radarDraw,
]
