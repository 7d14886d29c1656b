import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { appendEntry, makeKeyText, makeSigner, makeTileProofs, startSequencer, tilesOfDatabase } from '@lianban/audit'
import { openDatabase } from '@lianban/db'
import { joinedUpdates } from '@lianban/dossier'
import {
  type Call,
  type Hub,
  makeAutoShare,
  makeBlindKey,
  makeChronicles,
  makeMeasures,
  readRuleFiles,
  ruleSetIn,
  vocabulary,
} from '@lianban/hub'
import type { SignedIn } from '@lianban/identity'
import { type EntryId, makeMonotonicClock, newId, type RequestId } from '@lianban/kernel'
import { loadLaw } from '@lianban/law'
import { createPolicy } from '@lianban/policy'
import { sql } from 'drizzle-orm'
import { recordClue } from '../../../packages/hub/src/clues/record.ts'

/** What a run is told, as JSON in its first argument; it answers with acts a second on its standard output. */
export type WriterTask = {
  readonly programUrl: string
  readonly actor: SignedIn
  readonly act: 'command' | 'insert'
  readonly isLogged: boolean
  readonly writers: number
  readonly seconds: number
}

const task = JSON.parse(process.argv[2] ?? '{}') as WriterTask
const policies = fileURLToPath(new URL('../../../policies', import.meta.url))
const rules = ruleSetIn(readRuleFiles(policies), vocabulary)
const clock = makeMonotonicClock()
const db = openDatabase({ url: task.programUrl, maxConnections: task.writers + 1 })
const signer = makeSigner(makeKeyText('bench.example/log', 'log'))
const hub: Hub = {
  db,
  policy: createPolicy({ rules: rules.rules, vocabulary, clock }),
  vocabulary,
  measures: makeMeasures(rules.measures),
  autoShare: makeAutoShare(() => rules.autoShares),
  law: loadLaw(`${policies}/law`),
  clock,
  sections: { read: async (_tx, ids) => new Map(ids.map((id) => [id, joinedUpdates([])])) },
  contents: { soundness: async () => 'whole' },
  chronicles: makeChronicles(),
  blindKey: makeBlindKey(Buffer.alloc(32, 'bench')),
  limits: {
    hitsPerOfficerHour: 1e5,
    hitsPerAgencyDay: 1e5,
    requestsPerOfficerDay: 1e5,
    fileBytes: 2 ** 30,
    filesPerCase: 1000,
    openUploads: 100,
  },
  alertRules: [],
  webhookReach: { networks: [], loopback: false },
  retention: [],
  logCopy: () => null,
  receipts: {
    signer,
    trust: { log: signer.key, witnesses: [], quorum: [] },
    proofs: makeTileProofs(tilesOfDatabase(db)),
  },
}
const clue: Omit<Parameters<typeof recordClue>[1], 'submissionId'> = {
  title: '商户向未成年人销售伪装电子烟',
  content: '电子烟伪装成医用雾化器和植物饮料，放学时段在校门外向学生兜售，收款码登记在他人名下。'.repeat(4),
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
}

const acts: Record<WriterTask['act'], () => Promise<unknown>> = {
  command() {
    const call: Call = { hub, actor: task.actor, requestId: newId<RequestId>() }
    return recordClue(call, { ...clue, submissionId: randomUUID() })
  },
  /** The least an act can be: one row in one transaction. */
  insert() {
    const { id: officerId, agencyId } = task.actor.officer
    return db.transaction({ agencyId, officerId }, clock.now(), async (tx) => {
      const id = newId()
      await tx.execute(sql`insert into bench_acts values (${id}, ${JSON.stringify(clue)})`)
      if (task.isLogged)
        await appendEntry(tx, {
          id: newId<EntryId>(),
          at: clock.now(),
          act: 'clue.record',
          outcome: 'done',
          officerId,
          agencyId,
          subject: { kind: 'Clue', id },
          rule: 'CL-RECORD',
          input: clue,
        })
    })
  },
}

const sequencer = task.isLogged
  ? startSequencer({
      db,
      clock,
      signer,
      onFault: (fault) => process.stderr.write(`${String(fault)}\n`),
    })
  : undefined

async function work(seconds: number): Promise<number> {
  const start = performance.now()
  const end = start + seconds * 1000
  let done = 0
  const writing = Array.from({ length: task.writers }, async () => {
    while (performance.now() < end) {
      await acts[task.act]()
      sequencer?.nudge()
      done++
    }
  })
  await Promise.all(writing)
  // Everything that was written is in the tree before the clock stops: nothing is put off.
  await sequencer?.idle()
  return (done * 1000) / (performance.now() - start)
}

await work(task.seconds / 3)
process.stdout.write(String(await work(task.seconds)))
await sequencer?.stop()
await db.close()
