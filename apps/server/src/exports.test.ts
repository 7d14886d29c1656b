import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { XmlElement, XmlText } from 'yjs'
import { aPhotograph } from '../../../tests/support/a-photograph.ts'
import { aHub, type HubServer } from '../../../tests/support/hub-server.ts'
import { enterRoom } from '../../../tests/support/live-client.ts'
import { aSharedCase, once, type SharedCase } from '../../../tests/support/shared-case.ts'

let hub: HubServer
let shared: SharedCase
beforeAll(async () => {
  hub = await aHub({ cast: true })
  shared = await aSharedCase(hub)
})
afterAll(() => hub.stop())

const wanted = () => ({ caseId: shared.caseId, purpose: 'working', format: 'pdf' })

async function ask(given: { cookie?: string; origin?: string; body?: unknown }) {
  const { cookie = '', origin = hub.origin, body = wanted() } = given
  return fetch(`${hub.origin}/exports/dossier`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function parts(response: Response) {
  const bytes = Buffer.from(await response.arrayBuffer())
  const lines: Record<string, unknown>[] = []
  let at = 0
  while (lines.at(-1)?.state !== 'done') {
    const end = bytes.indexOf(10, at)
    lines.push(JSON.parse(bytes.toString('utf8', at, end)) as Record<string, unknown>)
    at = end + 1
  }
  return { lines, file: bytes.subarray(at) }
}

test('[SE175] without a session, from another site, or about nonsense there is no file', async () => {
  const { cookie } = await hub.signIn('bj-tobacco.handler')
  expect((await ask({})).status).toBe(401)
  expect((await ask({ cookie, origin: 'https://elsewhere.invalid' })).status).toBe(403)
  expect((await ask({ cookie, body: { ...wanted(), format: 'exe' } })).status).toBe(400)
})

test('[SE175] a case that is not the officer’s to know is refused like one that does not exist', async () => {
  const { cookie } = await hub.signIn('hebei-tobacco.handler')
  const answers = [wanted(), { ...wanted(), caseId: '01890000-0000-7000-8000-000000000000' }].map(async (body) => {
    const response = await ask({ cookie, body })
    return [response.status, await response.json()]
  })
  const [one, other] = await Promise.all(answers)
  expect(one).toEqual(other)
  expect(one).toMatchObject([404, { refusal: { code: 'record.unseen' } }])
})

test.each([
  ['pdf', '%PDF-'],
  ['docx', 'PK'],
])(
  '[SE176] a dossier comes as %s behind the lines that tell how far it is, and its digest is on record',
  async (format, magic) => {
    const handler = await hub.client('bj-tobacco.handler')
    const title = { title: '案件来源', audience: 'case' as const, memberAgencyIds: [] }
    await handler.dossier.addSection.mutate(once({ caseId: shared.caseId, ...title }))
    const { cookie } = await hub.signIn('bj-tobacco.handler')
    const response = await ask({ cookie, body: { ...wanted(), format } })
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const { lines, file } = await parts(response)
    expect(file.subarray(0, magic.length).toString()).toBe(magic)
    expect(lines[0]).toEqual({ state: 'waiting' })
    expect(lines.at(-1)).toMatchObject({
      bytes: file.length,
      name: expect.stringMatching(new RegExp(`卷宗.*${format}$`)),
    })
    const { items } = await (await hub.client('bj-tobacco.leader')).audit.ofCase.query({ caseId: shared.caseId })
    expect(JSON.stringify(items)).toContain(lines.at(-1)!.digest)
  },
)

/** A section that shows a photograph of the case. */
async function aShownPhotograph() {
  const { caseId, openSection: sectionId } = shared
  const photograph = await aPhotograph(hub, caseId)
  const { cookie } = await hub.signIn('bj-tobacco.handler')
  const room = await enterRoom({ origin: hub.origin, cookie, sectionId })
  const image = new XmlElement('imageBlock')
  image.setAttribute('recordId', photograph.fileId)
  image.setAttribute('digest', photograph.sha256)
  image.insert(0, [new XmlText('仓库东侧货架')])
  room.doc.getXmlFragment('body').push([image])
  return { ...photograph, cookie, room }
}

test('[SE217] a picture goes out in the file, and that its file was taken is on record; one that was changed stops the file', async () => {
  const { sha256, bytes, cookie, room } = await aShownPhotograph()
  const takenOut = () => ask({ cookie, body: { ...wanted(), format: 'docx' } })
  await expect
    .poll(async () => (await parts(await takenOut())).file.includes('word/media/'), { timeout: 20_000 })
    .toBe(true)
  room.leave()
  const leader = await hub.client('bj-tobacco.leader')
  const { items } = await leader.audit.ofCase.query({ caseId: shared.caseId })
  expect(JSON.stringify(items.find(({ act }) => act === 'file.download'))).toContain(sha256)
  const place = join(hub.filesDir, 'contents', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  await chmod(place, 0o600)
  await writeFile(place, Buffer.from(bytes).fill(0, 40, 60))
  const refused = await takenOut()
  expect([refused.status, await refused.json()]).toMatchObject([409, { refusal: { code: 'file.changed-in-store' } }])
}, 90_000)
