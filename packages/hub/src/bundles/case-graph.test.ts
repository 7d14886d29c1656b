import { verifyBundle } from '@lianban/audit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWorld, type World } from '../a-world.ts'
import { aWrittenSection, paragraph } from '../chronicles/a-written-section.ts'
import { itemFields } from '../evidence/an-item.ts'
import { attachFile, recordEvidence } from '../evidence/index.ts'
import { proposeSeal } from '../seals/index.ts'
import { openOntology } from './an-ontology.ts'
import { takeBundle } from './index.ts'

type Node = { '@type': string; 'uco-core:hasFacet'?: { 'uco-observable:hash': object[] }[] }
type Graph = { '@context': object; '@graph': Node[] }

const problemsIn = openOntology()

let world: World
let graph: Graph
beforeAll(async () => {
  world = await aWorld()
  const caseId = await world.aCase({ number: '丙号', name: '移送案' })
  const section = await world.aSection(caseId, { title: '案件事实' })
  await aWrittenSection(world, section).write('bjHandler', paragraph('北京扣押卷烟三百条。'))
  await world.submit('bjLeader', proposeSeal, { caseId, note: '送审' })
  const { evidenceId } = await world.submit('bjHandler', recordEvidence, { ...itemFields, caseId })
  const fileId = await world.aFile(caseId, { name: '现场照片.jpg' })
  await world.submit('bjHandler', attachFile, { evidenceId, fileId, part: 'copy', note: '' })
  await world.aHandoff('accepted', caseId)
  await world.sequenced()
  const { archive } = await takeBundle(world.as('bjHandler'), { caseId, purpose: 'working' }, async () => undefined)
  const verdict = verifyBundle(archive, world.hub.receipts.trust, () => undefined)
  if (!verdict.ok) throw new Error(verdict.problem.en)
  const { bytes } = verdict.files.find(({ name }) => name === 'case.jsonld')!
  graph = JSON.parse(new TextDecoder().decode(bytes)) as Graph
})
afterAll(() => world.close())

test('[HU1100] the graph tells the investigation, who took part, what was sealed, registered and handed over, and who signed', () => {
  const kinds = new Set(graph['@graph'].map(({ '@type': type }) => type))
  expect([...kinds].toSorted()).toEqual([
    'case-investigation:Investigation',
    'case-investigation:InvestigativeAction',
    'case-investigation:ProvenanceRecord',
    'uco-identity:Organization',
    'uco-observable:File',
  ])
})

test.skipIf(!problemsIn)(
  '[HU1100] the shapes of CASE and UCO find nothing wrong with it (skipped without them)',
  async () => {
    expect(await problemsIn!(graph)).toEqual([])
  },
)

test.skipIf(!problemsIn)('[HU1100] and they find what is wrong (skipped without them)', async () => {
  const changed = structuredClone(graph)
  const [hash] = changed['@graph'].find((node) => node['uco-core:hasFacet'])!['uco-core:hasFacet']![0]![
    'uco-observable:hash'
  ]
  Object.assign(hash!, { 'uco-types:hashValue': 'not a digest' })
  Object.assign(changed['@graph'][0]!, { 'uco-core:objectCreatedTime': 'yesterday' })
  expect(await problemsIn!(changed)).toHaveLength(2)
})
