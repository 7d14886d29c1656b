import type { Sentence } from '@lianban/kernel'

export type Label = 'public' | 'internal' | 'sensitive' | 'core_sensitive'
export type HandlingCode = 'unrestricted' | 'not_in_proceedings' | 'no_onward' | 'no_open_action'
export type Level = 'view' | 'comment' | 'contribute' | 'co_handle'
export type Stage = 'investigating' | 'transferring' | 'transferred' | 'closed'
export type AgencyKind =
  | 'operator'
  | 'tobacco'
  | 'police'
  | 'customs'
  | 'market_regulation'
  | 'postal'
  | 'procuratorate'
export type Measure =
  | 'quantity'
  | 'weight'
  | 'marked_value'
  | 'goods_value'
  | 'case_value'
  | 'amount_involved'
  | 'fund_flow'
  | 'persons'
  | 'officers_deployed'
export type ClueKind = 'report' | 'complaint' | 'consultation' | 'suggestion'
export type ClueSource = 'public_report' | 'hotline_12313' | 'platform_company' | 'patrol' | 'other_agency'
export type IdentifierKind = 'uscc' | 'plate' | 'phone' | 'carton_code' | 'retail_licence' | 'waybill'

export type AgencyCard = {
  readonly id: string
  readonly slug: string
  readonly nameZh: string
  readonly nameEn: string
  readonly shortZh: string
  readonly shortEn: string
  readonly kind: string
  readonly level: string
  readonly region: string
  readonly parentId: string | null
}
export type OfficerCard = {
  readonly id: string
  readonly postZh: string
  readonly postEn: string
  readonly agency: AgencyCard
}
export type Me = { readonly officer: OfficerCard & { readonly roles: readonly string[] }; readonly sessionId: string }

export type Agreement = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly legalBasis: string
  readonly purposes: readonly string[]
  readonly maxLabel: string
  readonly maxLevel: string
  readonly allowsOnward: boolean
  readonly validFrom: string
  readonly validUntil: string
  readonly state: string
  readonly parties: readonly { readonly agency: AgencyCard; readonly signedAt: string | null }[]
  readonly version: number
  readonly canSign: boolean
}

export type ClueRow = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly kind: string
  readonly source: string
  readonly reportedOn: string
  readonly label: string
  readonly handlingCode: string
  readonly region: string
  readonly place: string | null
  readonly state: string
  readonly ownerAgency: AgencyCard
  readonly recordedAt: string
}
export type Goods = {
  readonly what: string
  readonly note: string
  readonly quantity?: number | undefined
  readonly unit?: string | undefined
}
export type Identifier = { readonly kind: string; readonly value: string }
export type Clue = ClueRow & {
  readonly content: string | null
  readonly goods: readonly Goods[] | null
  readonly methods: readonly string[] | null
  readonly identifiers: readonly Identifier[] | null
  readonly recordedBy: OfficerCard | null
  readonly version: number
  readonly withheld: readonly string[]
  readonly cases: readonly { readonly id: string; readonly number: string; readonly name: string }[]
  readonly can: { readonly share: boolean; readonly openCase: boolean }
}

export type CaseRow = {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly charge: string
  readonly stage: string
  readonly label: string
  readonly handlingCode: string
  readonly region: string
  readonly openedOn: string
  readonly ownerAgency: AgencyCard
  readonly leadAgency: AgencyCard
  readonly openedAt: string
}
export type Figure = {
  readonly id: string
  readonly measure: string
  readonly what: string
  readonly amount: number
  readonly unit: string
  readonly isApproximate: boolean
  readonly asWritten: string
  readonly source: string
}
export type CaseEvent = {
  readonly id: string
  readonly kind: string
  readonly happenedOn: string
  readonly what: string
  readonly source: string
}
export type Case = CaseRow & {
  readonly summary: string | null
  readonly version: number
  readonly openedBy: OfficerCard
  readonly withheld: readonly string[]
  readonly clues: readonly ClueRow[]
  readonly figures: readonly Figure[] | null
  readonly events: readonly CaseEvent[]
  readonly my: { readonly level: string; readonly rule: string; readonly because: Sentence }
  readonly can: {
    readonly share: boolean
    readonly addSection: boolean
    readonly recordFigure: boolean
    readonly prepareHandoff: boolean
    readonly readAudit: boolean
  }
}

export type RecordRef = { readonly kind: 'Clue' | 'Case'; readonly id: string }
export type Grant = {
  readonly id: string
  readonly grantee: AgencyCard
  readonly level: string
  readonly withheldFields: readonly string[]
  readonly purpose: string
  readonly legalBasis: string
  readonly agreement: { readonly id: string; readonly number: string; readonly title: string }
  readonly allowsOnward: boolean
  readonly expiresAt: string
  readonly state: string
  readonly givenBy: OfficerCard
  readonly givenAt: string
  readonly recalledAt: string | null
  readonly recallReason: string | null
  readonly version: number
  readonly canRecall: boolean
}
export type GrantOptions = {
  readonly agencies: readonly {
    readonly agency: AgencyCard
    readonly agreements: readonly {
      readonly id: string
      readonly number: string
      readonly title: string
      readonly purposes: readonly string[]
      readonly maxLevel: string
      readonly maxLabel: string
      readonly allowsOnward: boolean
      readonly validUntil: string
      readonly blocked: Sentence | null
    }[]
  }[]
  readonly withholdable: readonly ({ readonly field: string } & Sentence)[]
}
export type GrantGive = {
  readonly record: RecordRef
  readonly granteeAgencyId: string
  readonly level: Level
  readonly withheldFields: readonly string[]
  readonly purpose: string
  readonly legalBasis: string
  readonly agreementId: string
  readonly allowsOnward: boolean
  readonly expiresAt: string
}
export type NamedAction = Sentence & { readonly action: string; readonly rule: string }
export type GrantPreview = {
  readonly sentences: readonly Sentence[]
  readonly gains: readonly {
    readonly agency: AgencyCard
    readonly officers: number
    readonly roles: readonly string[]
    readonly actions: readonly NamedAction[]
  }[]
  readonly sections: readonly { readonly id: string; readonly title: string; readonly visible: boolean }[]
  readonly clues: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly visible: boolean
    readonly because: Sentence
  }[]
  readonly warnings: readonly Sentence[]
}
export type WhoSees = {
  readonly agency: AgencyCard
  readonly via: 'owner' | 'grant'
  readonly level: string
  readonly roles: readonly {
    readonly role: string
    readonly actions: readonly (NamedAction & { readonly because: Sentence })[]
  }[]
  readonly purpose?: string | undefined
  readonly legalBasis?: string | undefined
  readonly agreementNumber?: string | undefined
  readonly expiresAt?: string | undefined
  readonly givenBy?: OfficerCard | undefined
  readonly givenAt?: string | undefined
}

export type OpenSection = {
  readonly kind: 'open'
  readonly id: string
  readonly position: number
  readonly title: string
  readonly right: 'write' | 'read'
  readonly audience: 'case' | 'members'
  readonly members: readonly AgencyCard[]
  readonly ownerAgency: AgencyCard
  readonly version: number
}
export type WithheldSection = { readonly kind: 'withheld'; readonly position: number; readonly askAgency: AgencyCard }
export type Section = OpenSection | WithheldSection

export type HandoffRow = {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly caseId: string
  readonly caseName: string
  readonly from: AgencyCard
  readonly to: AgencyCard
  readonly state: string
  readonly packageDigest: string
  readonly preparedAt: string
  readonly dispatchedAt: string | null
  readonly version: number
}
export type Handoff = HandoffRow & {
  readonly legalBasis: string
  readonly purpose: string
  readonly items: readonly {
    readonly position: number
    readonly kind: string
    readonly title: string
    readonly digest: string
    readonly content: unknown
  }[]
  readonly receipts: readonly {
    readonly rung: string
    readonly officer: OfficerCard
    readonly at: string
    readonly packageDigest: string
    readonly note: string
  }[]
  readonly can: {
    readonly dispatch: boolean
    readonly sign: boolean
    readonly accept: boolean
    readonly return: boolean
    readonly cancel: boolean
  }
}

export type AuditItem = {
  readonly entryId: string
  readonly index: number | null
  readonly at: string
  readonly act: string
  readonly outcome: 'done' | 'refused'
  readonly sentence: Sentence
  readonly agency: AgencyCard | null
  readonly rule: string | null
  readonly leafHash: string | null
}

export type Desk = {
  readonly counts: {
    readonly clues: number
    readonly cases: number
    readonly toSign: number
    readonly toDecide: number
    readonly awaitingThem: number
    readonly agreementsToSign: number
  }
  readonly toSign: readonly HandoffRow[]
  readonly toDecide: readonly HandoffRow[]
  readonly recentCases: readonly CaseRow[]
  readonly recentClues: readonly ClueRow[]
}

type Query<Output, Input = void> = { query(input: Input): Promise<Output> }
type Mutation<Output, Input> = { mutate(input: Input & { readonly submissionId: string }): Promise<Output> }
type Page<Row> = { readonly items: readonly Row[]; readonly total: number; readonly nextCursor: string | null }
type PageInput = {
  readonly q?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}
type Move = {
  readonly handoffId: string
  readonly expectedVersion: number
  readonly packageDigest: string
  readonly note: string
}

export type ClueRecord = {
  readonly title: string
  readonly content: string
  readonly kind: ClueKind
  readonly source: ClueSource
  readonly reportedOn: string
  readonly label: Label
  readonly handlingCode: HandlingCode
  readonly region: string
  readonly place: string
  readonly goods: readonly Goods[]
  readonly methods: readonly string[]
  readonly identifiers: readonly { readonly kind: IdentifierKind; readonly value: string }[]
}
export type AgreementProposal = {
  readonly number: string
  readonly title: string
  readonly legalBasis: string
  readonly purposes: readonly string[]
  readonly maxLabel: Label
  readonly maxLevel: Level
  readonly allowsOnward: boolean
  readonly validFrom: string
  readonly validUntil: string
  readonly partySlugs: readonly string[]
}
export type CaseOpening = {
  readonly clueIds: readonly string[]
  readonly number: string
  readonly name: string
  readonly charge: string
  readonly summary: string
  readonly label: Label
  readonly handlingCode: HandlingCode
  readonly region: string
  readonly openedOn: string
}

/** The hub as the browser calls it: the contract's table. Replaced by the hub's own router type. */
export type HubApi = {
  readonly session: { readonly me: Query<Me | null> }
  readonly agencies: { readonly list: Query<readonly AgencyCard[]> }
  readonly agreements: {
    readonly list: Query<{ readonly items: readonly Agreement[] }>
    readonly propose: Mutation<{ readonly agreementId: string }, AgreementProposal>
    readonly sign: Mutation<
      { readonly state: string },
      { readonly agreementId: string; readonly expectedVersion: number }
    >
  }
  readonly clues: {
    readonly record: Mutation<{ readonly clueId: string; readonly number: string }, ClueRecord>
    readonly list: Query<Page<ClueRow>, PageInput>
    readonly find: Query<Clue, { readonly clueId: string }>
  }
  readonly cases: {
    readonly open: Mutation<{ readonly caseId: string }, CaseOpening>
    readonly list: Query<Page<CaseRow>, PageInput>
    readonly find: Query<Case, { readonly caseId: string }>
    readonly recordFigure: Mutation<
      { readonly figureId: string },
      Omit<Figure, 'id' | 'measure'> & { readonly caseId: string; readonly measure: Measure }
    >
    readonly recordEvent: Mutation<unknown, Omit<CaseEvent, 'id'> & { readonly caseId: string }>
  }
  readonly grants: {
    readonly list: Query<{ readonly items: readonly Grant[] }, { readonly record: RecordRef }>
    readonly options: Query<GrantOptions, { readonly record: RecordRef }>
    readonly preview: Query<GrantPreview, GrantGive>
    readonly give: Mutation<{ readonly grantId: string }, GrantGive>
    readonly recall: Mutation<
      unknown,
      { readonly grantId: string; readonly expectedVersion: number; readonly reason: string }
    >
  }
  readonly access: {
    readonly whoCanSee: Query<{ readonly items: readonly WhoSees[] }, { readonly record: RecordRef }>
  }
  readonly dossier: {
    readonly outline: Query<{ readonly sections: readonly Section[] }, { readonly caseId: string }>
    readonly addSection: Mutation<
      { readonly sectionId: string; readonly position: number },
      {
        readonly caseId: string
        readonly title: string
        readonly audience: 'case' | 'members'
        readonly memberAgencyIds: readonly string[]
      }
    >
    readonly restrict: Mutation<
      unknown,
      {
        readonly sectionId: string
        readonly expectedVersion: number
        readonly audience: 'case' | 'members'
        readonly memberAgencyIds: readonly string[]
      }
    >
  }
  readonly handoffs: {
    readonly list: Query<
      { readonly items: readonly HandoffRow[] },
      { readonly box: 'in' | 'out' | 'case'; readonly caseId?: string | undefined }
    >
    readonly find: Query<Handoff, { readonly handoffId: string }>
    readonly prepare: Mutation<
      { readonly handoffId: string; readonly packageDigest: string; readonly items: number },
      {
        readonly caseId: string
        readonly toAgencyId: string
        readonly number: string
        readonly legalBasis: string
        readonly purpose: string
        readonly note: string
      }
    >
    readonly dispatch: Mutation<{ readonly state: string }, Move>
    readonly sign: Mutation<{ readonly state: string }, Move>
    readonly accept: Mutation<{ readonly state: string }, Move>
    readonly return: Mutation<{ readonly state: string }, Move>
    readonly cancel: Mutation<{ readonly state: string }, Move>
  }
  readonly audit: {
    readonly ofCase: Query<
      {
        readonly items: readonly AuditItem[]
        readonly nextCursor: string | null
        readonly head: { readonly size: number; readonly rootHash: string; readonly at: string } | null
      },
      { readonly caseId: string; readonly cursor?: string | undefined; readonly limit?: number | undefined }
    >
  }
  readonly search: {
    readonly all: Query<
      { readonly cases: readonly CaseRow[]; readonly clues: readonly ClueRow[]; readonly total: number },
      { readonly q: string }
    >
  }
  readonly desk: { readonly mine: Query<Desk> }
}
