import { describe, expect, test } from 'vitest'
import { everyOutcome, type Outcome } from './outcomes.ts'

const allowed = everyOutcome().filter(({ rule }) => rule)

/** Who does what to which records by which rule, each once: short enough to read when it should be empty. */
const told = (outcomes: readonly Outcome[]): string[] => [
  ...new Set(
    outcomes.map(({ relation, role, action, subject, rule }) => `${relation} ${role}: ${action} ${subject} (${rule})`),
  ),
]

/** Everybody’s own inbox: what a notice is about is asked of the record, which stays as it is. */
const isOwnInbox = ({ subject }: Outcome): boolean => subject === 'Notice'

/** A judgement on what the watch over the log found: what the alert is about stays as it is. */
const answersAlert = ({ subject, action }: Outcome): boolean => subject === 'Alert' && action === 'answer'

/** A letter by which the procuratorate supervises, or a draw among what it may see, changes no record of anybody. */
const supervises = ({ subject, action, rule }: Outcome): boolean =>
  subject === 'RadarFinding' || subject === 'RadarDraw'
    ? ['supervise', 'beginDraw', 'freezeDraw', 'drawSample'].includes(action)
    : subject === 'Handoff' && Boolean(rule?.endsWith('-SUPERVISOR'))

/** What the procuratorate decides on prosecution stands on a track of its own, and its opinion is a letter: the case stays as it is. */
const decidesOnProsecution = ({ subject, action, role }: Outcome): boolean =>
  subject === 'Case' && role === 'procurator' && ['reviewStep', 'giveOpinion'].includes(action)

/** Notes and marks of a review are no part of any record of the case, and stay where they were made. */
const isOwnDesk = ({ subject, action }: Outcome): boolean => subject === 'Review' && ['note', 'mark'].includes(action)

describe('whoever has nothing to do with a record', () => {
  test('[PE7] an agency without a tie to the record may do nothing with it', () => {
    expect(told(allowed.filter(({ relation }) => relation === 'outsider'))).toEqual([])
  })

  test('[PE7] a proposed, recalled or expired grant opens nothing, nor does membership without a grant', () => {
    const over = ['grant proposed', 'grant recalled', 'grant expired', 'recalled from its case', 'expired on its case']
    const named = ['recalled member', 'expired member', 'member never granted']
    expect(told(allowed.filter(({ relation }) => [...over, ...named].includes(relation)))).toEqual([])
  })

  test('[PE40] a grant to one officer opens nothing to a colleague', () => {
    const colleagues = allowed.filter(
      ({ relation, role }) => relation === 'granted to its handler' && role !== 'handler',
    )
    expect(told(colleagues)).toEqual([])
  })

  /** An alert tells of the log, and nothing of any record. */
  const administration = [
    'Alert',
    'RoomDamage',
    'SaltDestruction',
    'Notice',
    'Webhook',
    'Agency',
    'Officer',
    'OfficerChange',
    'RuleVersion',
    'RuleChange',
  ]
  const administrators = allowed.filter(({ role }) => role.endsWith('_admin'))

  test('[PE8] administrators keep the register and see no record of any case', () => {
    expect(told(administrators.filter(({ subject }) => !administration.includes(subject)))).toEqual([])
    expect(
      told(allowed.filter(({ relation, subject }) => relation === 'operator' && !administration.includes(subject))),
    ).toEqual([])
  })

  test('[PE8] the audit administrator looks, keeps the log and changes nothing else', () => {
    const changing = administrators.filter(
      (one) =>
        one.role === 'audit_admin' &&
        !['read', 'readTrail'].includes(one.action) &&
        !answersAlert(one) &&
        one.subject !== 'SaltDestruction',
    )
    expect(told(changing)).toEqual([])
  })

  test('[PE8] nobody may both propose and approve, nor decide on a change to oneself or of one’s own', () => {
    const may = (action: string) =>
      allowed.filter((one) => ['OfficerChange', 'RuleChange'].includes(one.subject) && one.action === action)
    const proposers = new Set(may('propose').map(({ role }) => role))
    expect(may('approve').filter(({ role }) => proposers.has(role))).toEqual([])
    const own = [...may('propose'), ...may('approve')].filter(({ choice, relation, role }) =>
      [choice.concerns, role === 'security_admin' ? choice['proposed by'] : ''].includes(`${relation} ${role}`),
    )
    expect(told(own)).toEqual([])
  })

  test('[PE8] an agency’s own administrator touches no other agency and no administrator', () => {
    const delegated = administrators.filter(({ role, action }) => role === 'agency_admin' && action === 'propose')
    expect(delegated.length).toBeGreaterThan(0)
    expect(
      told(
        delegated.filter(
          ({ choice, relation }) =>
            relation !== choice.concerns!.split(' ')[0] || choice['touches an office'] === 'yes',
        ),
      ),
    ).toEqual([])
  })
})

/** Taking a dossier or a file out is reading that goes on record: no record of the hub is changed by it. */
const reading = ['read', 'open', 'readList', 'readTrail', 'readDerivation', 'readHistory', 'exportDossier', 'download']
/** A name under what others wrote, which stays as it is: of whoever has a part in the dossier, if only to read it. */
const signing = 'signSeal'

describe('whoever only looks', () => {
  /**
   * A receipt changes no record: it says what became of the agency's own copies. Asking an owner changes nothing of the
   * owner's, an auditor's review is a judgement on what was done, and so is what the procuratorate says of a handoff that
   * was brought before it.
   */
  const harmless = [...reading, 'acknowledge', 'ask', 'withdraw', 'review', 'oversee']

  test.each(['procurator', 'auditor'])('[PE9] the %s reads and never changes anything', (looking) => {
    const changing = allowed.filter(
      (one) =>
        one.role === looking &&
        !harmless.includes(one.action) &&
        ![answersAlert, isOwnInbox, isOwnDesk, supervises, decidesOnProsecution].some((isOther) => isOther(one)),
    )
    expect(told(changing)).toEqual([])
  })

  test('[PE9] a grant to view changes nothing', () => {
    const lookers = ['granted view', 'viewing member']
    const looking = allowed.filter(({ relation }) => lookers.includes(relation))
    expect(told(looking.filter((one) => !['read', signing].includes(one.action) && !isOwnDesk(one)))).toEqual([])
  })

  test('[PE9] a grant to comment gives an opinion and changes nothing', () => {
    const opinions = ['assess', 'proposeChange', 'rebase', 'withdraw', 'comment', signing]
    const commenters = ['granted comment', 'commenting member']
    const commenting = allowed.filter(({ relation, action }) => commenters.includes(relation) && action !== 'read')
    expect(told(commenting.filter((one) => !opinions.includes(one.action) && !isOwnDesk(one)))).toEqual([])
  })
})

describe('whatever may be done', () => {
  /** A draft is not there to be read yet. */
  const drafting = ['register', 'propose', 'record', 'open', 'ask']
  /** What is for records that one may not read: to be told whose they are, and to look in an emergency. */
  const unread = ['hintOf', 'breakGlass']

  test('[PE10] nobody acts on a record that the same officer may not read', () => {
    const of = ({ subject, choice, relation, role }: Outcome) => JSON.stringify([subject, choice, relation, role])
    const readable = new Set(allowed.filter(({ action }) => action === 'read').map(of))
    const blind = allowed.filter(
      (outcome) => ![...drafting, ...unread].includes(outcome.action) && !readable.has(of(outcome)),
    )
    expect(told(blind)).toEqual([])
  })

  test('[PE11] in a closed case nothing is done but reading, disposing of its evidence and reopening it', () => {
    const closed = allowed.filter(({ choice }) => choice.stage === 'closed')
    const doing = closed.filter(({ action }) => ![...reading, 'breakGlass', ...drafting].includes(action))
    const disposing = doing.filter(
      ({ subject, action }) => subject === 'EvidenceItem' && ['give', 'receive', 'dispose'].includes(action),
    )
    const reopening = doing.filter(({ subject, action }) => subject === 'Case' && action === 'reopen')
    expect(told(doing.filter((one) => !disposing.includes(one) && !reopening.includes(one)))).toEqual([])
    expect(new Set(reopening.map(({ role }) => role))).toEqual(new Set(['leader']))
    expect(told(reopening.filter(({ relation, choice }) => relation !== choice['led by']!.split(', ')[0]))).toEqual([])
    expect(new Set(disposing.map(({ role, action }) => `${role} ${action}`))).toEqual(
      new Set(['handler give', 'handler receive', 'handler dispose']),
    )
    const keeping = disposing.filter(
      ({ action, choice, relation }) =>
        relation !== (action === 'receive' ? choice['on its way to'] : choice['kept by']),
    )
    expect(told(keeping)).toEqual([])
  })

  test('[PE12] the desk, intake and duty officers, reads nothing core sensitive', () => {
    const core = allowed.filter(({ choice, action }) => choice.label === 'core_sensitive' && !drafting.includes(action))
    expect(told(core.filter(({ role }) => ['intake', 'duty_officer'].includes(role)))).toEqual([])
  })

  test('[PE13] a clue that may not be passed on is not read through its case', () => {
    const passed = allowed.filter(({ choice, rule }) => choice.code === 'no_onward' && rule === 'CLUE-READ-CASE')
    expect(told(passed)).toEqual([])
  })
})
