import { vocabulary } from '@lianban/hub'
import { noon } from './rules.ts'

/** One kind of record, as rows of every kind that a rule could tell apart, and the agencies that stand in some relation to them. */
export type Chapter = {
  readonly subject: string
  /** By its relation to the record; the value is the agency's kind. */
  readonly agencies: Readonly<Record<string, string>>
  /** What a row may differ in. The rows are the whole product of it. */
  readonly dimensions: Readonly<Record<string, readonly string[]>>
  readonly row: (choice: Readonly<Record<string, string>>) => object
}

const everywhere = { outsider: 'tobacco', operator: 'operator' }
const valuesOf = (subject: string, field: string) => vocabulary.subjects[subject]?.fields[field]?.values ?? []

const later = new Date(noon.getTime() + 1)
const grant = (granteeAgencyId: string, level: string, given: object = {}) => ({
  granteeAgencyId,
  granteeId: granteeAgencyId,
  level,
  state: 'live',
  expiresAt: later,
  allowsOnward: false,
  showsClues: true,
  ...given,
})
const ended = { expired: { expiresAt: noon }, recalled: { state: 'recalled' }, proposed: { state: 'proposed' } }

const grantees = {
  'granted view': 'tobacco',
  'granted comment': 'tobacco',
  'granted contribute': 'tobacco',
  'granted co-handle': 'police',
  'granted to pass on': 'police',
  'granted to its handler': 'police',
  'granted to its duty officer': 'police',
  'grant proposed': 'tobacco',
  'grant recalled': 'tobacco',
  'grant expired': 'tobacco',
  'invited procuratorate': 'procuratorate',
}
const everyGrant = [
  grant('granted view', 'view'),
  grant('granted comment', 'comment'),
  grant('granted contribute', 'contribute'),
  grant('granted co-handle', 'co_handle'),
  grant('granted to pass on', 'view', { allowsOnward: true }),
  grant('granted to its handler', 'co_handle', { granteeId: 'granted to its handler handler' }),
  grant('granted to its duty officer', 'view', { granteeId: 'granted to its duty officer duty_officer' }),
  grant('grant proposed', 'co_handle', ended.proposed),
  grant('grant recalled', 'co_handle', ended.recalled),
  grant('grant expired', 'co_handle', ended.expired),
  grant('invited procuratorate', 'view'),
]

/** The handler, the leader and the intake officer of the agency, to whom a record is kept. */
const named = (agency: string) => ['handler', 'leader', 'intake'].map((role) => ({ officerId: `${agency} ${role}` }))

const agency: Chapter = {
  subject: 'Agency',
  agencies: { operator: 'operator', 'some agency': 'tobacco' },
  dimensions: { 'kept by': ['operator'] },
  row: (choice) => ({ operatorId: choice['kept by'] }),
}

const officer: Chapter = {
  subject: 'Officer',
  agencies: { operator: 'operator', own: 'tobacco', 'some agency': 'tobacco' },
  dimensions: { 'kept by': ['operator'] },
  row: (choice) => ({ agencyId: 'own', keptBy: [{ agencyId: choice['kept by'] }] }),
}

/** Officers are called by relation and role here, so a change can concern or come from one who is asked about. */
const officerChange: Chapter = {
  subject: 'OfficerChange',
  agencies: { operator: 'operator', own: 'tobacco', 'some agency': 'tobacco' },
  dimensions: {
    concerns: ['own handler', 'own agency_admin', 'operator system_admin', 'operator security_admin'],
    'touches an office': ['yes', 'no'],
    'proposed by': ['operator system_admin', 'own agency_admin', 'operator security_admin'],
  },
  row: (choice) => ({
    operatorId: 'operator',
    agencyId: choice.concerns!.split(' ')[0],
    concernsId: choice.concerns,
    touchesOffice: choice['touches an office'] === 'yes',
    proposedBy: choice['proposed by'],
  }),
}

const keptByOperator = { operator: 'operator', 'some agency': 'tobacco' }
const ruleVersion: Chapter = {
  subject: 'RuleVersion',
  agencies: keptByOperator,
  dimensions: { 'kept by': ['operator'] },
  row: (choice) => ({ operatorId: choice['kept by'] }),
}

const ruleChange: Chapter = {
  subject: 'RuleChange',
  agencies: keptByOperator,
  dimensions: { 'proposed by': ['operator system_admin', 'operator security_admin'] },
  row: (choice) => ({ operatorId: 'operator', proposedBy: choice['proposed by'] }),
}

const parties = { 'signed party': 'police', 'party yet to sign': 'procuratorate' }
const agreement: Chapter = {
  subject: 'Agreement',
  agencies: { proposer: 'tobacco', ...parties, ...everywhere },
  dimensions: { state: ['draft', ...valuesOf('Agreement', 'state')] },
  row: ({ state }) => ({
    proposedByAgencyId: 'proposer',
    state: state === 'draft' ? 'proposed' : state,
    parties: [
      { agencyId: 'proposer', isSigned: true },
      ...(state === 'draft' ? [] : [{ agencyId: 'signed party', isSigned: true }]),
      ...(state === 'draft' ? [] : [{ agencyId: 'party yet to sign', isSigned: state === 'in_force' }]),
    ],
  }),
}

/** Agreements of the owner with others: only one of them carries anything today. */
const agreedWith = {
  'under agreement': 'tobacco',
  'agreements not in force': 'tobacco',
  'agreement for other ends': 'tobacco',
}
const agreedOn = (agencyId: string, given: object = {}) => ({
  agencyId,
  state: 'in_force',
  validFrom: new Date(noon.getTime() - 1),
  validUntil: later,
  purposes: ['联合办案'],
  ...given,
})
const everyAgreement = [
  agreedOn('under agreement'),
  agreedOn('agreements not in force', { state: 'proposed' }),
  agreedOn('agreements not in force', { validUntil: noon }),
  agreedOn('agreements not in force', { validFrom: noon }),
  agreedOn('agreement for other ends', { purposes: ['联合宣传'] }),
]

const onItsCase = {
  'on its case': 'police',
  'on its case without clues': 'tobacco',
  'recalled from its case': 'tobacco',
  'expired on its case': 'tobacco',
  'procuratorate on its case': 'procuratorate',
  'opened its case': 'tobacco',
}
const clue: Chapter = {
  subject: 'Clue',
  agencies: { owner: 'tobacco', ...grantees, ...onItsCase, ...agreedWith, ...everywhere },
  dimensions: {
    label: valuesOf('Clue', 'label'),
    code: valuesOf('Clue', 'handlingCode'),
    state: [...valuesOf('Clue', 'state'), 'known to its readers'],
  },
  row: ({ label, code, state }) => ({
    ownerAgencyId: 'owner',
    label,
    handlingCode: code,
    agreements: everyAgreement,
    state: state === 'known to its readers' ? 'recorded' : state,
    isRestricted: state === 'known to its readers',
    readers: state === 'known to its readers' ? named('owner') : [],
    grants: everyGrant,
    caseGrants:
      state !== 'in_case'
        ? []
        : [
            grant('on its case', 'co_handle'),
            grant('on its case without clues', 'co_handle', { showsClues: false }),
            grant('recalled from its case', 'co_handle', ended.recalled),
            grant('expired on its case', 'co_handle', ended.expired),
            grant('procuratorate on its case', 'view'),
          ],
  }),
}

const cases: Chapter = {
  subject: 'Case',
  agencies: { owner: 'tobacco', receiver: 'police', ...grantees, ...agreedWith, ...everywhere },
  dimensions: {
    label: valuesOf('Case', 'label'),
    code: valuesOf('Case', 'handlingCode'),
    stage: valuesOf('Case', 'stage'),
    'led by': ['owner', 'receiver', 'owner, known to its readers'],
  },
  row: ({ label, code, stage, 'led by': led }) => ({
    ownerAgencyId: 'owner',
    leadAgencyId: led === 'receiver' ? 'receiver' : 'owner',
    isRestricted: led === 'owner, known to its readers',
    readers: led === 'owner, known to its readers' ? named('owner') : [],
    taskForceSeats: [{ agencyId: 'granted contribute', memberId: 'granted contribute', state: 'active', until: later }],
    stage,
    label,
    handlingCode: code,
    agreements: everyAgreement,
    grants: everyGrant,
  }),
}

const grants: Chapter = {
  subject: 'Grant',
  agencies: {
    giver: 'tobacco',
    grantee: 'police',
    'passed it on': 'tobacco',
    'another on the record': 'tobacco',
    ...everywhere,
  },
  dimensions: {
    on: valuesOf('Grant', 'recordKind'),
    state: valuesOf('Grant', 'state'),
    by: [...valuesOf('Grant', 'origin'), 'share with one handler'],
  },
  row: ({ on, state, by }) => ({
    ownerAgencyId: 'giver',
    granteeAgencyId: 'grantee',
    granteeId: by === 'share with one handler' || by === 'emergency' ? 'grantee handler' : 'grantee',
    onwardAgencyId: by === 'onward' ? 'passed it on' : null,
    proposedBy: by === 'share with one handler' ? 'giver leader' : 'giver handler',
    origin: by === 'share with one handler' ? 'share' : by,
    recordKind: on,
    state,
  }),
}

const members = {
  'viewing member': 'tobacco',
  'commenting member': 'tobacco',
  'contributing member': 'tobacco',
  'co-handling member': 'police',
  'recalled member': 'tobacco',
  'expired member': 'tobacco',
  'member never granted': 'tobacco',
  'member procuratorate': 'procuratorate',
}
const section: Chapter = {
  subject: 'Section',
  agencies: { owner: 'tobacco', receiver: 'police', ...grantees, ...members, ...everywhere },
  dimensions: {
    'open to': [
      'the case',
      'members with owner and receiver',
      'members only',
      'the case, known to its readers',
      'members with owner and receiver, known to its readers',
    ],
    stage: valuesOf('Case', 'stage'),
    'led by': ['owner', 'receiver'],
    'added by': ['owner', 'receiver', 'contributing member', 'co-handling member', 'recalled member', 'expired member'],
  },
  row: ({ 'open to': openTo, stage, 'led by': leadAgencyId, 'added by': ownerAgencyId }) => ({
    ownerAgencyId,
    audience: openTo!.startsWith('the case') ? 'case' : 'members',
    // The program always names the agency that added a section among its members.
    members: (openTo!.startsWith('the case')
      ? []
      : [
          ...Object.keys(members),
          ownerAgencyId!,
          ...(openTo!.startsWith('members with owner') ? ['owner', 'receiver'] : []),
        ]
    ).map((agencyId) => ({ agencyId })),
    case: [{ ownerAgencyId: 'owner', leadAgencyId, stage, isRestricted: openTo!.endsWith('known to its readers') }],
    caseReaders: openTo!.endsWith('known to its readers') ? named('owner') : [],
    caseGrants: [
      ...everyGrant,
      grant('viewing member', 'view'),
      grant('commenting member', 'comment'),
      grant('contributing member', 'contribute'),
      grant('co-handling member', 'co_handle'),
      grant('recalled member', 'co_handle', ended.recalled),
      grant('expired member', 'co_handle', ended.expired),
      grant('member procuratorate', 'view'),
    ],
  }),
}

const taskForce: Chapter = {
  subject: 'TaskForce',
  agencies: {
    lead: 'tobacco',
    seated: 'police',
    'seated with its handler': 'tobacco',
    'seat revoked': 'tobacco',
    ...everywhere,
  },
  dimensions: { state: valuesOf('TaskForce', 'state') },
  row: ({ state }) => ({
    leadAgencyId: 'lead',
    state,
    seats: [
      { agencyId: 'seated', memberId: 'seated', state: 'active' },
      { agencyId: 'seated with its handler', memberId: 'seated with its handler handler', state: 'active' },
      { agencyId: 'seat revoked', memberId: 'seat revoked', state: 'revoked' },
    ],
  }),
}

const handoff: Chapter = {
  subject: 'Handoff',
  agencies: { sender: 'tobacco', receiver: 'police', ...grantees, ...everywhere },
  dimensions: { state: valuesOf('Handoff', 'state') },
  row: ({ state }) => ({
    fromAgencyId: 'sender',
    toAgencyId: 'receiver',
    state,
    caseGrants: [...everyGrant],
  }),
}

const hitQuery: Chapter = {
  subject: 'HitQuery',
  agencies: { asking: 'tobacco', 'owner of a match': 'police', ...everywhere },
  dimensions: { 'asked by': ['intake', 'handler', 'leader', 'duty_officer'] },
  row: ({ 'asked by': role }) => ({
    officerId: `asking ${role}`,
    agencyId: 'asking',
    matches: [{ ownerAgencyId: 'owner of a match' }],
  }),
}

const assessment: Chapter = {
  subject: 'Assessment',
  agencies: {
    author: 'tobacco',
    'owner of the clue': 'tobacco',
    'another reader of the clue': 'police',
    ...everywhere,
  },
  dimensions: { made: ['by another agency', 'of a clue known to its readers'] },
  row: ({ made }) => ({
    agencyId: 'author',
    clue: [{ ownerAgencyId: 'owner of the clue', isRestricted: made !== 'by another agency' }],
    clueReaders: made === 'by another agency' ? [] : named('owner of the clue'),
  }),
}

const notice: Chapter = {
  subject: 'RecallNotice',
  agencies: { owner: 'tobacco', recipient: 'police', 'recipient procuratorate': 'procuratorate', ...everywhere },
  dimensions: {
    kind: valuesOf('RecallNotice', 'kind'),
    on: valuesOf('RecallNotice', 'recordKind'),
    to: ['recipient', 'recipient procuratorate', 'recipient leader'],
  },
  row: ({ kind, on, to }) => ({
    ownerAgencyId: 'owner',
    agencyId: to === 'recipient leader' ? 'recipient' : to,
    recipientId: to,
    kind,
    recordKind: on,
  }),
}

const proposal: Chapter = {
  subject: 'Proposal',
  agencies: { owner: 'tobacco', ...grantees, ...everywhere },
  dimensions: {
    on: valuesOf('Proposal', 'recordKind'),
    state: valuesOf('Proposal', 'state'),
    by: ['granted view', 'granted comment', 'granted co-handle', 'grant recalled', 'grant expired'],
  },
  row: ({ on, state, by }) => ({ ownerAgencyId: 'owner', agencyId: by, recordKind: on, state, access: everyGrant }),
}

const accessRequest: Chapter = {
  subject: 'AccessRequest',
  agencies: {
    asking: 'tobacco',
    'asking procuratorate': 'procuratorate',
    'owner of the record': 'police',
    ...everywhere,
  },
  dimensions: {
    'asked by': ['intake', 'handler', 'leader', 'duty_officer', 'procurator'],
    state: valuesOf('AccessRequest', 'state'),
    is: ['in time', 'lapsed'],
    for: ['a record', 'nothing'],
  },
  row: ({ 'asked by': role, state, is, for: what }) => {
    const agencyId = role === 'procurator' ? 'asking procuratorate' : 'asking'
    return {
      officerId: `${agencyId} ${role}`,
      agencyId,
      state,
      lapsesAt: is === 'lapsed' ? noon : later,
      targets: what === 'nothing' ? [] : [{ ownerAgencyId: 'owner of the record' }],
    }
  },
}

const emergency: Chapter = {
  subject: 'Emergency',
  agencies: { 'broke the glass': 'police', 'owner of the record': 'tobacco', ...everywhere },
  dimensions: { by: ['leader', 'duty_officer'], reviewed: ['by nobody', 'by the owner', 'by both'] },
  row: ({ by, reviewed }) => ({
    officerId: `broke the glass ${by}`,
    agencyId: 'broke the glass',
    ownerAgencyId: 'owner of the record',
    reviews: [
      { agencyId: 'owner of the record', side: 'owner', isDone: reviewed !== 'by nobody' },
      { agencyId: 'broke the glass', side: 'own', isDone: reviewed === 'by both' },
    ],
  }),
}

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
]
