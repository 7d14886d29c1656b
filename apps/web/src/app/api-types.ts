import type { HubRouter } from '@lianban/hub'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'

type Outputs = inferRouterOutputs<HubRouter>
type Inputs = inferRouterInputs<HubRouter>
type Filled<Input> = Omit<Input, 'submissionId'>

export type ClueRecord = Filled<Inputs['clues']['record']>
export type AgreementProposal = Filled<Inputs['agreements']['propose']>
type GrantGive = Filled<Inputs['grants']['give']>

type Session = NonNullable<Outputs['session']['me']>
/** Who is signed in; the identity package leaves the kind of an agency open, the hub's list of kinds closes it. */
export type Me = Session & { readonly officer: { readonly agency: AgencyCard } }
export type AgencyCard = Outputs['agencies']['list'][number]
export type Agreement = Outputs['agreements']['list']['items'][number]
export type ListedClue = Outputs['clues']['list']['items'][number]
export type ClueRow = Omit<ListedClue, 'verdicts'>
export type WantedVerdict = NonNullable<Inputs['clues']['list']['verdict']>
export type Clue = Outputs['clues']['find']
export type CaseRow = Outputs['cases']['list']['items'][number]
export type Case = Outputs['cases']['find']
export type Grant = Outputs['grants']['list']['items'][number]
export type GrantOptions = Outputs['grants']['options']
export type GrantPreview = Outputs['grants']['preview']
/** Who would see what: one recipient, or each seat of a task force. */
export type SharePreviewed = Outputs['grants']['previewForTaskForce']['seats']
export type WhoSees = Outputs['access']['whoCanSee']['items'][number]
export type Section = Outputs['dossier']['outline']['sections'][number]
export type OpenSection = Extract<Section, { readonly kind: 'open' }>
export type WithheldSection = Extract<Section, { readonly kind: 'withheld' }>
export type SectionHistory = Outputs['dossier']['history']
export type SealedDossier = Outputs['seals']['list']['items'][number]
export type HitAnswer = Outputs['hits']['ask']
export type HitRow = Outputs['hits']['list']['items'][number]
export type AccessRequest = Outputs['requests']['list']['items'][number]
export type AccessRequestPage = Outputs['requests']['find']
export type RequestOpening = AccessRequestPage['openings'][number]
export type AccessWanted = Inputs['requests']['ask']['wanted']
export type Emergency = Outputs['emergencies']['find']
export type EmergencyOptions = Outputs['emergencies']['options']
export type HandoffRow = Outputs['handoffs']['list']['items'][number]
export type Handoff = Outputs['handoffs']['find']
export type Looked = Outputs['audit']['looked']['items'][number]
export type Desk = Outputs['desk']['mine']
export type DeskTask = Desk['tasks'][number]
export type Assessment = Outputs['assessments']['ofClue']['agencies'][number]['latest']
export type Correction = Outputs['corrections']['list']['items'][number]
export type Proposal = Outputs['proposals']['list']['items'][number]
export type Notice = Outputs['recalls']['list']['items'][number]
export type NoticePage = Outputs['recalls']['find']
export type Derivation = Outputs['derivation']['report']
export type ExportedPage = Outputs['exports']['find']
export type RegisteredOfficer = Outputs['officers']['list']['items'][number]
export type OfficerChange = Outputs['officers']['changes']['items'][number]
export type Role = RegisteredOfficer['roles'][number]
export type GrantToReview = Outputs['grants']['toReview']['items'][number]
export type RuleState = Outputs['rules']['versions']
export type RuleChange = RuleState['changes'][number]
export type RuleComparison = Outputs['rules']['compare']
export type OfficerCard = Case['openedBy']
export type TaskForceRow = Outputs['taskForces']['list']['items'][number]
export type TaskForce = Outputs['taskForces']['find']
export type TaskForceSeat = TaskForce['seats'][number]

export type Opinion = Omit<Filled<Inputs['assessments']['assess']>, 'clueId'>
export type Change = Inputs['proposals']['propose']['change']
export type Copies = Inputs['recalls']['acknowledge']['copies']
export type ExplainedRecord = Inputs['explain']['mine']['record']
export type ExplainedAct = Outputs['explain']['mine']['items'][number]
export type ExplainedField = Outputs['explain']['mine']['withheld'][number]
export type ExplainedRule = ExplainedAct['closed'][number]
export type ExplainedStanding = Outputs['explain']['others']['items'][number]
export type ExplainedPast = Outputs['explain']['onDate']
export type ExplainedChange = Outputs['explain']['ifStage']['gains'][number]
export type RuleText = Outputs['explain']['rules']['items'][number]
export type Stage = Inputs['explain']['ifStage']['stage']
export type RecordRef = Inputs['grants']['list']['record']
export type Label = ClueRecord['label']
export type HandlingCode = ClueRecord['handlingCode']
export type ClueKind = ClueRecord['kind']
export type ClueSource = ClueRecord['source']
export type Method = ClueRecord['methods'][number]
export type Goods = ClueRecord['goods'][number]
export type Identifier = ClueRecord['identifiers'][number]
export type IdentifierKind = Identifier['kind']
export type Level = GrantGive['level']
