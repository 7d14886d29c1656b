import {
  type Chapter,
  circle,
  ended,
  everyGrant,
  everywhere,
  grant,
  grantees,
  later,
  named,
  valuesOf,
} from './chapter.ts'
import { noon } from './rules.ts'

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
export const clue: Chapter = {
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

export const cases: Chapter = {
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

export const section: Chapter = {
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

const adders = ['owner', 'receiver', 'granted contribute', 'granted view', 'grant recalled', 'grant expired']

export const file: Chapter = {
  subject: 'File',
  agencies: { owner: 'tobacco', receiver: 'police', ...grantees, ...everywhere },
  dimensions: {
    code: valuesOf('File', 'handlingCode'),
    stage: valuesOf('Case', 'stage'),
    'led by': ['owner', 'receiver', 'owner, known to its readers'],
    'added by': adders,
  },
  row: ({ code, stage, 'led by': led, 'added by': ownerAgencyId }) => ({
    ownerAgencyId,
    handlingCode: code,
    case: [
      {
        ownerAgencyId: 'owner',
        leadAgencyId: led === 'receiver' ? 'receiver' : 'owner',
        stage,
        isRestricted: led === 'owner, known to its readers',
      },
    ],
    circle: circle('owner', led === 'owner, known to its readers' ? 'to its readers' : undefined),
    caseGrants: everyGrant,
  }),
}
