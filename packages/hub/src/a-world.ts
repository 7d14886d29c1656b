import { randomUUID } from 'node:crypto'
import { makeKeyText, makeSigner, makeTileProofs, startSequencer, tilesOfDatabase } from '@lianban/audit'
import { openDatabase, type Tx } from '@lianban/db'
import { documentFromText, joinedUpdates, type Line } from '@lianban/dossier'
import {
  type AlertId,
  type ClockId,
  type DrawId,
  type FindingId,
  makeDrivenClock,
  newId,
  Refusal,
  type RequestId,
} from '@lianban/kernel'
import { loadLaw } from '@lianban/law'
import { createPolicy } from '@lianban/policy'
import { expect, vi } from 'vitest'
import { aDatabase } from '../../../tests/support/postgres.ts'
import { type AgencyName, agree, type OfficerName, purpose, register } from './a-cast.ts'
import { proposeAgreement } from './agreements/index.ts'
import { alertRulesIn } from './alerts/index.ts'
import { askAssistance, sendAssistance } from './assistances/index.ts'
import { openCase } from './cases/index.ts'
import { makeChronicles } from './chronicles/index.ts'
import { recordClue } from './clues/index.ts'
import { makeBlindKey } from './digests/index.ts'
import { addSection } from './dossiers/index.ts'
import { breakGlass } from './emergencies/index.ts'
import { exportClue } from './exports/index.ts'
import { beginUpload, finishUpload } from './files/index.ts'
import { asked, steps, transferPapers, wayTo } from './handoffs/a-handoff.ts'
import type { HandoffState } from './handoffs/handoff.ts'
import { handOver, prepareHandoff } from './handoffs/index.ts'
import type { Call, Hub, Soundness } from './hub.ts'
import { type Measures, makeMeasures, type Periods } from './measures/index.ts'
import { proposeEntry } from './officers/index.ts'
import { proposeCorrection } from './proposals/index.ts'
import { quoteClue } from './quotations/index.ts'
import { listNotices } from './recalls/index.ts'
import { askAccess } from './requests/index.ts'
import { retentionIn } from './retention-kinds/index.ts'
import {
  establishRules,
  proposeRules,
  type RuleFile,
  readRuleFiles,
  ruleSetIn,
  seeFiles,
} from './rule-versions/index.ts'
import { approveGrant, giveGrant, makeAutoShare, recallGrant } from './sharing/index.ts'
import { formTaskForce } from './task-forces/index.ts'
import { vocabulary } from './vocabulary.ts'

export const day = 24 * 3600_000
const policies = new URL('../../../policies', import.meta.url).pathname
export const ruleFiles = readRuleFiles(policies)
const read = ruleSetIn(ruleFiles, vocabulary)
const law = loadLaw(`${policies}/law`)

/** The hub's rule files with something written at the end of the first. */
export const editedRules = (more: string): RuleFile[] =>
  ruleFiles.map((file, place) => (place === 0 ? { ...file, text: `${file.text}\n${more}\n` } : file))
const signer = makeSigner(makeKeyText('hub.example/log', 'log'))

const clueFields = {
  title: '商户向未成年人销售伪装电子烟',
  content: '电子烟伪装成医用雾化器和植物饮料。',
  kind: 'report',
  source: 'public_report',
  reportedOn: '2024-11',
  label: 'internal',
  handlingCode: 'unrestricted',
  region: '110113',
  place: '北京市顺义区',
  goods: [{ what: 'pods', note: '烟弹', quantity: 3, unit: '个' }],
  methods: ['minors', 'medical_disguise'],
  identifiers: [{ kind: 'phone', value: '13800000000' }],
} as const

export const caseFields = {
  clueIds: [] as string[],
  name: '跨省电子烟网络案',
  charge: '非法经营',
  summary: '货物来自广东深圳和广西桂林。',
  label: 'internal',
  handlingCode: 'unrestricted',
  region: '110000',
  openedOn: '2025-05-21',
} as const

/** What is asked of another tobacco bureau: whether a place is licensed. */
export const assistanceTerms = {
  kind: 'licence_check',
  proceeding: 'administrative' as const,
  urgency: 'days_7',
  urgencyReason: '',
  legalBasis: '《中华人民共和国行政处罚法》第二十六条',
  facts: '案内货物由贵地发出。',
  questions: '请核查该处是否持证经营。',
  replyForm: '书面',
  contact: '值班台',
  targets: [{ kind: 'place' as const, value: '桂林市某处', note: '' }],
  papers: [{ paper: 'assistance_letter', number: '协〔1〕号' }],
}

export const figureFields = {
  measure: 'quantity',
  what: '烟弹',
  amount: 347_000,
  unit: '个',
  isApproximate: false,
  asWritten: '34.7万个',
  source: '004',
} as const

export type World = Awaited<ReturnType<typeof aWorld>>
export const clueInput: Omit<Clue, 'submissionId'> = {
  ...clueFields,
  goods: [...clueFields.goods],
  methods: [...clueFields.methods],
  identifiers: [...clueFields.identifiers],
}

const fileFields = { name: '清单.pdf', bytes: 10, isSensitive: false, handlingCode: 'unrestricted' as const }
export const arrived = {
  claimed: 'a'.repeat(64),
  sha256: 'a'.repeat(64),
  sm3: 'b'.repeat(64),
  type: 'application/pdf',
  isNamedAlike: true,
  isClean: true,
}

type Deed<Input, Output> = (call: Call, input: Input) => Promise<Output>
type Case = Parameters<typeof openCase>[1]
type Clue = Parameters<typeof recordClue>[1]
type Terms = Parameters<typeof giveGrant>[1]
type Entry = Parameters<typeof proposeEntry>[1]
type Agreement = Parameters<typeof proposeAgreement>[1]
type Force = Parameters<typeof formTaskForce>[1]
type Quoted = Parameters<typeof quoteClue>[1]
type Section = Parameters<typeof addSection>[1]
type Upload = Parameters<typeof beginUpload>[1]

/** Eleven agencies with their officers, a standing agreement, the real rules, a real database and a clock to drive. */
export async function aWorld() {
  const database = await aDatabase()
  const owner = openDatabase({ url: database.ownerUrl, maxConnections: 2 })
  const clock = makeDrivenClock(new Date('2026-03-02T08:00:00Z'))
  const written = new Map<string, Uint8Array>()
  const spoiled = new Map<string, Soundness>()
  const measures = makeMeasures(read.measures)
  const hub: Hub = {
    db: database.db,
    policy: createPolicy({ rules: read.rules, vocabulary, clock }),
    vocabulary,
    measures,
    autoShare: makeAutoShare(() => read.autoShares),
    law,
    clock,
    sections: { read: async (_tx, ids) => new Map(ids.map((id) => [id, written.get(id) ?? joinedUpdates([])])) },
    contents: { soundness: async ({ sha256 }) => spoiled.get(sha256) ?? 'whole' },
    chronicles: makeChronicles(),
    blindKey: makeBlindKey(Buffer.alloc(32, 'a world')),
    limits: {
      hitsPerOfficerHour: 20,
      hitsPerAgencyDay: 500,
      requestsPerOfficerDay: 20,
      fileBytes: 1000,
      filesPerCase: 3,
      openUploads: 4,
    },
    alertRules: alertRulesIn(policies),
    retention: retentionIn(policies),
    logCopy: () => null,
    webhookReach: { networks: [], loopback: true },
    receipts: {
      signer,
      trust: { log: signer.key, witnesses: [], quorum: [] },
      proofs: makeTileProofs(tilesOfDatabase(database.db)),
    },
  }
  const { agencies, people } = await register(hub)
  const agreementId = await agree(hub, people, agencies)
  const tables = await tenantTables(owner)
  let serial = 0

  const as = (name: OfficerName): Call => ({ hub, actor: people[name], requestId: newId<RequestId>() })
  const submit = <Input extends { submissionId: string }, Output>(
    name: OfficerName,
    deed: Deed<Input, Output>,
    input: Omit<Input, 'submissionId'>,
  ) => deed(as(name), { ...input, submissionId: randomUUID() } as Input)
  const ask = <Input, Output>(name: OfficerName, question: Deed<Input, Output>, input: Input) =>
    question(as(name), input)

  /** What every tenant table holds, the log aside: a count and a digest each. */
  async function rows(): Promise<Record<string, string>> {
    const { rows: found } = await owner.pool.query<{ name: string; held: string }>(tables)
    return Object.fromEntries(found.map(({ name, held }) => [name, held]))
  }

  return {
    hub,
    clock,
    owner: owner.pool,
    agencies,
    people,
    agreementId,
    as,
    submit,
    ask,
    rows,

    /** From now on these periods hold. */
    letPeriods: (changed: Partial<Periods>) =>
      measures.replace({ ...measures, periods: { ...measures.periods, ...changed } }),

    /** From now on this bars an export. */
    letBars: (bars: Measures['exports']) => measures.replace({ ...measures, exports: bars }),

    /** From now on the bytes with this digest are found so. */
    letContents: (sha256: string, found: Soundness) => spoiled.set(sha256, found),

    /** How many statements a question takes. */
    async statements<Input>(name: OfficerName, question: Deed<Input, unknown>, input: Input): Promise<number> {
      let count = 0
      const counted = (tx: Tx): Tx =>
        new Proxy(tx, {
          get(target, property) {
            if (property === 'select' || property === 'execute') count++
            const value: unknown = Reflect.get(target, property)
            return typeof value === 'function' ? (value.bind(target) as unknown) : value
          },
        })
      const transaction: Hub['db']['transaction'] = (context, now, work) =>
        hub.db.transaction(context, now, (tx) => work(counted(tx)))
      await question({ ...as(name), hub: { ...hub, db: { ...hub.db, transaction } } }, input)
      return count
    },

    /** The refusal that an attempt meets; it fails if the attempt succeeds, is a fault, or has written anything. */
    async refusal(attempt: () => Promise<unknown>): Promise<Refusal> {
      const before = await rows()
      const outcome = await attempt().then(
        () => 'not refused',
        (error: unknown) => error,
      )
      expect(await rows()).toEqual(before)
      expect(outcome).toBeInstanceOf(Refusal)
      return outcome as Refusal
    },

    /** Of attempts at one moment one succeeds; answers the codes of the refusals that the others meet. */
    async losers(attempts: readonly Promise<unknown>[]): Promise<string[]> {
      const outcomes = await Promise.allSettled(attempts)
      const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
      expect(reasons).toHaveLength(attempts.length - 1)
      return reasons.map((reason) => (reason instanceof Refusal ? reason.code : String(reason)))
    },

    /** Everything that was done so far has its place in the log, under a checkpoint. */
    async sequenced(): Promise<void> {
      const sequencer = startSequencer({
        db: database.db,
        clock,
        signer,
        onFault: (fault) => expect.fail(String(fault)),
      })
      await sequencer.idle()
      await vi.waitFor(
        async () => {
          const { rows: found } = await owner.pool.query(
            'select from audit_heads h where size > coalesce((select max(size) from audit_checkpoints), 0)',
          )
          expect(found).toHaveLength(0)
        },
        { timeout: 5000, interval: 50 },
      )
      await sequencer.stop()
    },

    /** The log in the order of arrival. */
    async entries(): Promise<Record<string, unknown>[]> {
      const { rows: found } = await owner.pool.query<{ body: string }>('select body from audit_intake order by arrival')
      return found.map(({ body }) => JSON.parse(body) as Record<string, unknown>)
    },

    aClue: async (fields: Partial<Clue> = {}, by: OfficerName = 'shunyiIntake') =>
      (await submit(by, recordClue, { ...clueInput, ...fields })).clueId,

    anUpload: async (caseId: string, changed: Partial<Upload> = {}, by: OfficerName = 'bjHandler') =>
      (await submit(by, beginUpload, { ...fileFields, caseId, ...changed })).fileId,

    /** A file whose bytes nobody has: what the server says once they have arrived. */
    async aFile(
      caseId: string,
      changed: Partial<Upload> = {},
      by: OfficerName = 'bjHandler',
      bytes: Partial<typeof arrived> = {},
    ) {
      const fileId = await this.anUpload(caseId, changed, by)
      await submit(by, finishUpload, { ...arrived, ...bytes, fileId })
      return fileId
    },

    /** The clock of an administrative case, which its opening started. */
    async aClock(caseId: string): Promise<ClockId> {
      const { rows } = await owner.pool.query<{ id: ClockId }>('select id from clocks where matter_id = $1', [caseId])
      return rows[0]!.id
    },

    aCase: async (fields: Partial<Case> = {}, by: OfficerName = 'bjHandler') =>
      (await submit(by, openCase, { ...caseFields, number: `案〔${++serial}〕号`, ...fields })).caseId,

    terms: (record: Terms['record'], to: AgencyName, changed: Partial<Terms> = {}) => ({
      record,
      granteeAgencyId: agencies[to],
      level: 'view' as const,
      withheldFields: [],
      purpose,
      legalBasis: '《中华人民共和国行政处罚法》第二十六条',
      agreementId,
      allowsOnward: false,
      expiresAt: new Date(clock.now().getTime() + 30 * day).toISOString(),
      ...changed,
    }),

    async aGrant(record: Terms['record'], to: AgencyName, changed: Partial<Terms> = {}, by: OfficerName = 'bjHandler') {
      const { grantId, state } = await submit(by, giveGrant, this.terms(record, to, changed))
      if (state === 'proposed')
        await submit(by.startsWith('bj') ? 'bjLeader' : 'shunyiLeader', approveGrant, { grantId, expectedVersion: 1 })
      return grantId
    },

    aTaskForce: async (
      seats: readonly (AgencyName | OfficerName)[],
      changed: Partial<Force> = {},
      by: OfficerName = 'bjHandler',
    ) => {
      const seatOf = (name: AgencyName | OfficerName) =>
        name in agencies
          ? { agencyId: agencies[name as AgencyName] }
          : {
              agencyId: people[name as OfficerName].officer.agencyId,
              officerId: people[name as OfficerName].officer.id,
            }
      const until = new Date(clock.now().getTime() + 90 * day).toISOString()
      const force = { name: `专案组${++serial}`, until, seats: seats.map(seatOf), ...changed }
      return (await submit(by, formTaskForce, force)).taskForceId
    },

    aSection: async (caseId: string, changed: Partial<Section> = {}, by: OfficerName = 'bjHandler') => {
      const section = { caseId, title: `章节${++serial}`, audience: 'case' as const, memberAgencyIds: [], ...changed }
      return (await submit(by, addSection, section)).sectionId
    },

    /** The hub's own rule files in force, others found on disk beside them, and those proposed. */
    aRuleChange: async (
      files: readonly RuleFile[] = editedRules(`# ${++serial}`),
      by: OfficerName = 'operatorAdmin',
    ) => {
      await establishRules(hub, ruleFiles, { adoptsFiles: false })
      const found = await seeFiles(hub, () => files)
      if ('problems' in found) throw new Error(JSON.stringify(found.problems))
      return (await submit(by, proposeRules, { digest: found.digest, reason: '调整规则' })).changeId
    },

    /** Officers that the operator's administrator has proposed for an agency, and nobody has approved yet. */
    anEntry: async (changed: Partial<Entry> = {}, by: OfficerName = 'operatorAdmin') => {
      const subject = `new.${++serial}`
      const officers = [{ subject, postZh: '新岗', postEn: 'New post', roles: ['handler' as const] }]
      return (await submit(by, proposeEntry, { agencySlug: 'bj', officers, reason: '新到岗', ...changed })).changeId
    },

    /** An agreement that Beijing has proposed and nobody else has signed yet. */
    anAgreement: async (parties: readonly AgencyName[], changed: Partial<Agreement> = {}) => {
      const terms = {
        number: `协议〔${++serial + 1}〕号`,
        title: '协议',
        legalBasis: '《中华人民共和国行政处罚法》第二十六条',
        purposes: [purpose],
        maxLabel: 'sensitive' as const,
        maxLevel: 'contribute' as const,
        allowsOnward: false,
        validFrom: '2026-01-01T00:00:00Z',
        validUntil: '2027-01-01T00:00:00Z',
        partySlugs: [...parties],
        ...changed,
      }
      return (await submit('bjLeader', proposeAgreement, terms)).agreementId
    },

    /** A case and its clue after they were shared: a grant taken back, a change proposed, a page taken out. */
    async anAftermath(clueId: string, caseId: string) {
      const grantId = await this.aGrant({ kind: 'Case', id: caseId }, 'guilin')
      await submit('bjHandler', recallGrant, { grantId, expectedVersion: 1, reason: '不再需要' })
      const told = await ask('bjHandler', listNotices, { box: 'sent', recordId: caseId })
      const { proposalId } = await submit('policeHandler', proposeCorrection, {
        record: { kind: 'Case', id: caseId },
        change: { field: 'name', value: '另名' },
        reason: '与立案文书不符',
      })
      const { exportId } = await submit('bjHandler', exportClue, { clueId, expectedVersion: 2, purpose: '入卷' })
      return { noticeId: told.items[0]!.id, proposalId, exportId }
    },

    aRequest: async (wanted: Parameters<typeof askAccess>[1]['wanted'], by: OfficerName, changed: object = {}) => {
      const until = new Date(clock.now().getTime() + 30 * day).toISOString()
      const terms = { purpose, legalBasis: '《行政处罚法》第二十六条', reason: '核查', level: 'view' as const, until }
      return (await submit(by, askAccess, { wanted, ...terms, ...changed })).requestId
    },

    /** The police officer was refused many times on records of Beijing, whose auditors were told. */
    async anAlert(about: OfficerName = 'policeHandler', told: AgencyName = 'bj'): Promise<AlertId> {
      const { id, agencyId } = people[about].officer
      const alertId = newId<AlertId>()
      await owner.pool.query(
        `insert into audit_alerts values ($1, 'WATCH-DENIALS', $2, 'owner', $3, $4, 12, 3, $5, $5, $5, '2026-03-01')`,
        [alertId, agencies[told], id, agencyId, clock.now()],
      )
      return alertId
    },

    /** A row of the radar about a case of Beijing, told to one agency. */
    async aFinding(caseId: string, told: AgencyName = 'bj', toldAs: 'own' | 'watcher' = 'own'): Promise<FindingId> {
      const id = newId<FindingId>()
      await owner.pool.query(
        `insert into radar_findings select $1, 'NT-EDGE', $2, $3, $4, $5, $5, c.id, c.number, '差一点', 'nearly', $6, $6
         from cases c where c.id = $7`,
        [id, `NT-EDGE ${id}`, agencies[told], toldAs, agencies.bj, clock.now(), caseId],
      )
      return id
    },

    /** A draw that another procuratorate than the one of this world has begun. */
    async aDraw(by: AgencyName = 'operator'): Promise<DrawId> {
      const id = newId<DrawId>()
      await owner.pool.query('insert into radar_draws values ($1, $2, null, null, 3, $3, $4, $5)', [
        id,
        agencies[by],
        'c'.repeat(64),
        people.procurator.officer.id,
        clock.now(),
      ])
      return id
    },

    /** Breaks the glass before a case of Beijing. */
    anEmergency: async (number: string, by: OfficerName, changed: Partial<Parameters<typeof breakGlass>[1]> = {}) =>
      (
        await submit(by, breakGlass, {
          kind: 'Case',
          ownerAgencyId: agencies.bj,
          number,
          purpose,
          reason: '有人正在转移物证',
          ...changed,
        })
      ).grantId,

    write: (sectionId: string, ...lines: Line[]) => void written.set(sectionId, documentFromText(lines)),

    /** Quotes what the clue says in a section, as a block that is durably there. */
    async aQuotation(sectionId: string, clueId: string, changed: Partial<Quoted> = {}, by: OfficerName = 'bjHandler') {
      const words = { part: 'title' as const, words: clueFields.title }
      const { quotationId, digest, kind } = await submit(by, quoteClue, { sectionId, clueId, ...words, ...changed })
      this.write(sectionId, '据线索反映：', { shows: { kind, recordId: quotationId }, digest })
      return { kind, recordId: quotationId }
    },

    /** A request of Beijing about a licence, to others, which its leader has let go. */
    async anAssistance(
      caseId: string,
      to: readonly AgencyName[] = ['guilin'],
      changed: Partial<Parameters<typeof askAssistance>[1]> = {},
    ) {
      const asked = await submit('bjHandler', askAssistance, {
        ...{ caseId, receivers: to.map((name) => agencies[name]), number: `协查〔${++serial}〕号` },
        ...assistanceTerms,
        ...changed,
      })
      for (const assistanceId of asked.assistanceIds)
        await submit('bjLeader', sendAssistance, { assistanceId, expectedVersion: 1, move: 'send', note: '' })
      return asked
    },

    /** A handoff of the case to the police, moved to the state by whoever may. */
    async aHandoff(state: HandoffState, givenCaseId?: string) {
      const caseId = givenCaseId ?? (await this.aCase())
      const prepare = state === 'taken' ? handOver : prepareHandoff
      const prepared = await submit('bjHandler', prepare, {
        caseId,
        kind: state === 'taken' ? 'goods' : 'case_transfer',
        toAgencyId: agencies.police,
        number: `移送〔${++serial}〕号`,
        legalBasis: '《行政执法机关移送涉嫌犯罪案件的规定》第三条',
        purpose: '移送涉嫌犯罪案件',
        note: '',
        papers: transferPapers,
      })
      for (const move of wayTo[state]) await this.move(move, prepared.handoffId)
      return { caseId, ...prepared }
    },

    /** Takes one step or makes one move of the table as whoever may, over the package as it lies there now. */
    async move(
      move: string,
      handoffId: string,
      changed: Partial<Parameters<(typeof steps)['sign'][0]>[1]> & { by?: OfficerName } = {},
    ) {
      const { deed, input } = asked(law, move, agencies)
      const [step, usual] = steps[deed]
      const { version, packageDigest } = await this.handoffRow(handoffId)
      const { by = usual, ...others } = changed
      return submit(by, step, { ...input, handoffId, expectedVersion: version, packageDigest, ...others })
    },

    async handoffRow(
      handoffId: string,
    ): Promise<{ state: HandoffState; standing: string; version: number; packageDigest: string }> {
      const { rows: found } = await owner.pool.query(
        'select state, standing, version, package_digest as "packageDigest" from handoffs where id = $1',
        [handoffId],
      )
      return found[0]
    },

    async close() {
      await hub.chronicles.close()
      await owner.close()
      await database.close()
    },
  }
}

async function tenantTables({ pool }: { pool: Hub['db']['pool'] }): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename !~ '^(audit_|schema_migrations)' order by 1",
  )
  return rows
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as held from ${name} t`,
    )
    .join(' union all ')
}
