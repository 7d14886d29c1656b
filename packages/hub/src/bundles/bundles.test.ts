import { createHash } from 'node:crypto'
import { type Trust, verifyBundle } from '@lianban/audit'
import { problemInSealed, sealedFolder } from '@lianban/dossier/sealed-file'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { arrived, aWorld, type World } from '../a-world.ts'
import { aWrittenSection, paragraph } from '../chronicles/a-written-section.ts'
import { itemFields } from '../evidence/an-item.ts'
import { attachFile, recordEvidence } from '../evidence/index.ts'
import { finishUpload, listFilesOf } from '../files/index.ts'
import { proposeSeal, signSeal } from '../seals/index.ts'
import { takeBundle } from './index.ts'

let world: World
let trust: Trust
let fileId: string
let listed: string
let caseId: Awaited<ReturnType<World['aCase']>>
beforeAll(async () => {
  world = await aWorld()
  trust = world.hub.receipts.trust
  caseId = await world.aCase({ number: '甲号', name: '跨省案' })
  await world.aGrant({ kind: 'Case', id: caseId }, 'police', { level: 'co_handle' })
  const open = await world.aSection(caseId, { title: '案件事实' })
  await aWrittenSection(world, open).write('bjHandler', paragraph('北京扣押卷烟三百条。'))
  const members = { audience: 'members' as const, memberAgencyIds: [world.agencies.police] }
  const closed = await world.aSection(caseId, { title: '侦查部署', ...members }, 'policeHandler')
  await aWrittenSection(world, closed).write('policeHandler', paragraph('部署抓捕。'))
  const { sealId, digest } = await world.submit('bjLeader', proposeSeal, { caseId, note: '送审' })
  await world.submit('policeLeader', signSeal, { caseId, sealId, digest })
  const { evidenceId } = await world.submit('bjHandler', recordEvidence, { ...itemFields, caseId })
  fileId = await world.aFile(caseId, { name: '现场照片.jpg' })
  await world.submit('bjHandler', attachFile, { evidenceId, fileId, part: 'copy', note: '' })
  await world.sequenced()
})
afterAll(() => world.close())

const bytesOf = new Map<string, Uint8Array>()
const contents: Parameters<typeof takeBundle>[2] = async ({ sha256 }) => bytesOf.get(sha256)

async function aFileOf(text: string, changed: Parameters<World['anUpload']>[1] = {}): Promise<string> {
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const fileId = await world.anUpload(caseId, { bytes: bytes.length, ...changed })
  await world.submit('bjHandler', finishUpload, { ...arrived, claimed: sha256, sha256, fileId })
  bytesOf.set(sha256, bytes)
  return sha256
}

const taken = async (by: OfficerName, purpose: 'working' | 'proceedings' = 'working') => {
  const { archive } = await takeBundle(world.as(by), { caseId, purpose }, contents)
  const check = ({ name, text }: { readonly name: string; readonly text: () => string }) =>
    name.startsWith(sealedFolder) ? problemInSealed(text()) : undefined
  const verdict = verifyBundle(archive, trust, check)
  if (!verdict.ok) throw new Error(verdict.problem.en)
  const all = verdict.files.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n')
  return { ...verdict, all, names: verdict.files.map(({ name }) => name) }
}

test('[HU797] a bundle holds what its officer may have, verifies by itself, and is an entry of the log', async () => {
  const { names, receipts, all, manifest } = await taken('bjHandler')
  expect(manifest.about).toMatchObject({ kind: 'Case', id: caseId, name: { zh: '甲号 跨省案' } })
  for (const name of ['README.txt', 'case.json', 'case.jsonld', 'dossier/version-1.json', 'trail/entries.jsonl'])
    expect(names).toContain(name)
  expect(all).toContain('北京扣押卷烟三百条')
  expect(receipts.map(({ verdict }) => verdict.entry.act).toSorted()).toEqual([
    'evidence.attach',
    'evidence.record',
    'grant.give',
    'seal.propose',
    'seal.sign',
  ])
  expect(names.filter((name) => name.startsWith('evidence/'))).toHaveLength(1)
  const done = (await world.entries()).filter(({ act, outcome }) => act === 'case.bundle' && outcome === 'done')
  expect(done).toHaveLength(1)
})

test('[HU1030] a bundle has the digests of the files of each item, and tools find them under its record', async () => {
  const { files } = await taken('bjHandler')
  const read = (name: RegExp): unknown =>
    JSON.parse(new TextDecoder().decode(files.find((file) => name.test(file.name))!.bytes))
  const shown = [{ id: fileId, name: '现场照片.jpg', sha256: arrived.sha256, sm3: arrived.sm3 }]
  expect(read(/^evidence\//)).toMatchObject({ files: shown })
  const { '@graph': nodes } = read(/^case.jsonld$/) as { '@graph': object[] }
  expect(nodes).toContainEqual(
    expect.objectContaining({
      'uco-core:description': itemFields.name,
      'uco-core:object': [{ '@id': `kb:file-${fileId}` }],
    }),
  )
})

test('[HU797] what an officer is not shown leaves no sign: sections of others, the trail of the owner', async () => {
  const own = await taken('bjHandler')
  expect(own.all).not.toMatch(/部署抓捕|侦查部署/)
  const guest = await taken('policeHandler')
  expect(guest.all).toContain('部署抓捕')
  expect(guest.names.filter((name) => name.startsWith('trail/'))).toEqual([])
})

test('[HU797] nobody takes a case along who may not take its dossier along, and a stranger learns nothing', async () => {
  await expect(taken('bjAuditor')).rejects.toMatchObject({ kind: 'forbidden' })
  expect(await world.refusal(() => taken('hebeiHandler'))).toMatchObject({ kind: 'not-found' })
})

test('[HU797] the graph for forensic tools refers to nothing that is not in it, and every id ends in a UUID', async () => {
  const { files } = await taken('bjHandler')
  const bytes = files.find(({ name }) => name === 'case.jsonld')!.bytes
  const { '@graph': nodes } = JSON.parse(new TextDecoder().decode(bytes)) as { '@graph': { '@id': string }[] }
  const ids = new Set(nodes.map(({ '@id': id }) => id))
  const text = JSON.stringify(nodes)
  const named = [...text.matchAll(/\{"@id":"([^"]+)"\}/g)].map(([, id]) => id!)
  expect(named.length).toBeGreaterThan(1)
  expect(named.filter((id) => !ids.has(id))).toEqual([])
  for (const [, id] of text.matchAll(/"@id":"([^"]+)"/g))
    expect(id).toMatch(/-[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/)
})

test('[HU943] files that may be taken along lie in the bundle below their digest, and the log knows each', async () => {
  listed = await aFileOf('物流清单', { name: '物流清单.pdf' })
  await aFileOf('仅供查阅', { handlingCode: 'not_in_proceedings' })
  for (const [by, purpose] of [
    ['bjHandler', 'working'],
    ['policeHandler', 'proceedings'],
  ] as const) {
    const { names, files } = await taken(by, purpose)
    const inside = names.filter((name) => name.startsWith('files/'))
    const { items } = await world.ask(by, listFilesOf, { caseId })
    expect(inside.length).toBeGreaterThan(0)
    expect(inside).toContain(`files/${listed}/物流清单.pdf`)
    expect(new TextDecoder().decode(files.find(({ name }) => name.includes(listed))!.bytes)).toBe('物流清单')
    const list = JSON.parse(new TextDecoder().decode(files.find(({ name }) => name === 'files.json')!.bytes)) as {
      path?: string
      sm3: string
    }[]
    expect(list).toHaveLength(items.length)
    expect(list.flatMap(({ path }) => path ?? []).toSorted()).toEqual(inside.toSorted())
    expect(list.every(({ sm3 }) => sm3.length === 64)).toBe(true)
  }
  const done = (await world.entries()).filter(({ act, outcome }) => act === 'file.download' && outcome === 'done')
  expect(done.filter(({ facts }) => (facts as { sha256: string }).sha256 === listed)).toHaveLength(2)
})

test('[HU943] a file that was changed behind the store is listed as such, left out, and named in the log', async () => {
  bytesOf.delete(listed)
  const { names, all } = await taken('bjHandler')
  expect(names.filter((name) => name.includes(listed))).toEqual([])
  expect(all).toContain('"leftOut": "changed-in-store"')
  const refused = (await world.entries()).filter(({ act, outcome }) => act === 'file.download' && outcome === 'refused')
  expect(refused.length).toBeGreaterThan(0)
})
