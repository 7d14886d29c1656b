import { newId } from '@lianban/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficerName } from '../a-cast.ts'
import { myDesk } from '../desk/index.ts'
import { listNotices } from '../notices/index.ts'
import { receiptsOf } from '../receipts/index.ts'
import { trailOfCase } from '../trail/index.ts'
import { anErrandWorld } from './an-errand.ts'
import type { Letter } from './assistance.ts'
import { assistanceProgress, crossCheckOfAssistance, digestMissingLetters, dropOtherLetterDigests } from './index.ts'
import { listAssistances } from './list.ts'

let world: Awaited<ReturnType<typeof anErrandWorld>>
beforeAll(async () => {
  world = await anErrandWorld()
})
afterAll(() => world.close())

const place = { kind: 'place' as const, value: '某处', note: '' }
const naming = (value: string, kind: Letter['targets'][number]['kind'] = 'person', more: object = {}) => ({
  targets: [place, { kind, value, note: '' }],
  ...more,
})
const known = (by: OfficerName, assistanceId: string) =>
  world.question(by, crossCheckOfAssistance, { assistanceId }).then(({ items }) => items)
const found = async (by: OfficerName, id: string) =>
  (await known(by, id)).map((record) => [record.id, record.shared.map(({ said }) => said)])
const clue = (fields: object) => world.aClue({ title: '无名', ...fields }, 'hebeiHandler')
const plate = (value: string) => ({ identifiers: [{ kind: 'plate' as const, value }] })
const signedIn = (asked: object) => world.anErrand(['send', 'sign_in'], asked)

describe('what a request names', () => {
  test('[HU1046] a plate, a phone, a parcel, a licence and a carton code are found in the clues of who was asked', async () => {
    const numbers = [
      ['plate', '冀A12345'],
      ['phone', '13911112222'],
      ['waybill', 'SF1234567890'],
      ['retail_licence', '130701204804'],
      ['carton_code', '3090399327788543CDYC430701204804'],
    ] as const
    for (const [kind, value] of numbers) {
      const id = await clue({ identifiers: [{ kind, value }] })
      const request = await signedIn(naming('无', 'document', { facts: `案内涉及${value}。` }))
      expect(await found('hebeiHandler', request)).toContainEqual([id, [value]])
    }
  })

  test('[HU1046] a name is found in clues and cases, with the words of the records', async () => {
    const clueId = await clue({ content: '据群众反映，赵铁柱常在夜间卸货。' })
    const caseId = await world.aCase({ name: '赵铁柱等人非法经营案' }, 'hebeiHandler')
    const request = await signedIn(naming('赵铁柱（男）'))
    expect(new Map((await found('hebeiHandler', request)) as [])).toEqual(
      new Map([
        [clueId, ['赵铁柱']],
        [caseId, ['赵铁柱']],
      ] as [string, string[]][] as []),
    )
  })

  test('[HU1046] an identity number is found in earlier requests, those that came and those that went, by its digest', async () => {
    const identity = '11010519491231002X'
    const came = await world.anErrand(['send'], naming('无', 'document', { questions: `请核查${identity}。` }))
    const request = await signedIn(naming('无', 'document', { questions: `人员证件号码${identity}。` }))
    expect(await known('hebeiHandler', request)).toMatchObject([
      { kind: 'Assistance', id: came, shared: [{ kind: 'identity', said: identity }] },
    ])
    const { rows } = await world.owner.query('select row_to_json(h)::text as text from assistance_hits h')
    expect(JSON.stringify(rows)).not.toContain(identity)
  })

  test('[HU1049] a number is found however it was written, and a name that tells nobody is not looked for', async () => {
    const id = await clue(plate('冀B88888'))
    await clue({ title: '李某', content: '王某某' })
    const request = await signedIn(naming('李某', 'person', { facts: '车辆冀Ｂ·８８８８８，驾驶人王某某。' }))
    expect(await found('hebeiHandler', request)).toEqual([[id, ['冀B88888']]])
  })
})

describe('who is told', () => {
  test('[HU1047] of a record kept to a colleague nothing is told, and the colleague is told', async () => {
    const { bjHandler, bjLeader } = world.people
    const restrictedTo = [bjHandler.officer.id, bjLeader.officer.id]
    const open = await world.aClue(plate('冀C00001'), 'bjHandler')
    const kept = await world.aClue({ ...plate('冀C00001'), restrictedTo }, 'bjHandler')
    const keptCase = await world.aCase({ summary: '涉案车辆冀C00001。', restrictedTo })
    const caseId = await world.aCase({}, 'hebeiHandler')
    const asked = { ...naming('无', 'document', { facts: '冀C00001' }), caseId }
    const [request] = (await world.ask('hebeiHandler', ['bj'], asked)).assistanceIds
    await world.take(request!, 'send', { by: 'hebeiLeader' })
    await world.take(request!, 'sign_in', { by: 'bjDuty' })
    const ids = async (by: OfficerName) => (await known(by, request!)).map(({ id }) => id).toSorted()
    for (const by of ['bjDuty', 'bjColleague'] as const) expect(await ids(by)).toEqual([open])
    expect(await ids('bjHandler')).toEqual([open, kept, keptCase].toSorted())
  })

  test('[HU1047] who asked, who stands above and who has no part are not told', async () => {
    await clue(plate('冀C00002'))
    await world.put('hebei', 'guilin')
    const request = await signedIn(naming('无', 'document', { facts: '冀C00002' }))
    const refused = (by: OfficerName) => world.refusal(() => known(by, request)).then(({ code }) => code)
    expect(await refused('bjHandler')).toBe('policy.denied')
    expect(await refused('bjLeader')).toBe('policy.denied')
    expect(await refused('guilinLeader')).toBe('record.unseen')
    expect((await world.page('bjHandler', request)).mayCrossCheck).toBe(false)
    const { rows } = await world.hub.db.transaction(
      { agencyId: world.agencies.bj, officerId: world.people.bjHandler.officer.id },
      world.clock.now(),
      (tx) =>
        tx.execute(
          `select assistance_id from assistance_hits where assistance_id = '${request}'
            union all select assistance_id from assistance_checks where assistance_id = '${request}'`,
        ),
    )
    expect(rows).toEqual([])
  })

  const logged = async (id: string) =>
    (await world.owner.query('select body from audit_entries where subject_id = $1 order by id', [id])).rows

  /** Everything that Beijing is answered about a request, with what is each request's own taken out. */
  async function answersTo(id: string) {
    const { letterId, number } = await world.page('bjHandler', id)
    const answers = [
      await world.page('bjHandler', id),
      await world.refusal(() => known('bjHandler', id)),
      await world.question('bjHandler', receiptsOf, { kind: 'Assistance', id: id as never }),
      await world.question('bjHandler', listAssistances, { box: 'letter', letterId }),
      await world.question('bjHandler', assistanceProgress, { letterId }),
      (await world.question('bjHandler', myDesk, {})).tasks.filter((task) => task.id === id),
      (await world.question('bjLeader', listNotices, { limit: 100 })).items.filter((one) =>
        JSON.stringify(one).includes(id),
      ),
      (await world.question('bjLeader', trailOfCase, { caseId: world.caseId, limit: 200 })).items.filter((entry) =>
        JSON.stringify(entry).includes(number),
      ),
      await logged(id),
    ]
    const own =
      /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|[0-9A-F]{4}(-[0-9A-F]{4}){2}|协〔\d+〕号|冀D\d+|"number":\d+|\d{13}|\d{4}-\d\d-\d\dT[^"]*/g
    return JSON.stringify(answers).replaceAll(own, '…')
  }

  test('[HU1048] whoever asked is answered alike, whether anything was found or not', async () => {
    await clue(plate('冀D00001'))
    const hit = await signedIn(naming('无', 'document', { facts: '冀D00001' }))
    const miss = await signedIn(naming('无', 'document', { facts: '冀D00002' }))
    expect(await known('hebeiHandler', hit)).toHaveLength(1)
    expect(await known('hebeiHandler', miss)).toEqual([])
    expect(await answersTo(hit)).toBe(await answersTo(miss))
  })
})

describe('when it is checked', () => {
  test('[HU1050] each step finds what came meanwhile, and nothing twice', async () => {
    const request = await signedIn(naming('无', 'document', { facts: '冀E00001' }))
    expect(await known('hebeiHandler', request)).toEqual([])
    const id = await clue(plate('冀E00001'))
    await world.take(request, 'find_complete')
    await world.take(request, 'claim')
    expect(await found('hebeiHandler', request)).toEqual([[id, ['冀E00001']]])
  })

  test('[HU1050] before it is signed in nothing is checked, and a step that is undone leaves no check', async () => {
    await clue(plate('冀F00001'))
    const request = await world.anErrand(['send'], naming('无', 'document', { facts: '冀F00001' }))
    expect(await world.question('hebeiDuty', crossCheckOfAssistance, { assistanceId: request })).toEqual({
      checkedAt: null,
      items: [],
    })
    await world.refusal(() => world.take(request, 'sign_in', { expectedVersion: 1 }))
    const { rows } = await world.owner.query('select 1 from assistance_checks where assistance_id = $1', [request])
    expect(rows).toEqual([])
    await world.take(request, 'sign_in')
    expect((await world.question('hebeiDuty', crossCheckOfAssistance, { assistanceId: request })).checkedAt).toEqual(
      world.clock.now(),
    )
  })

  test('[HU1050] letters of before have their digests once the program has started, and those of another key go', async () => {
    const earlier = await world.anErrand(['send'], naming('无', 'document', { facts: '冀G00001' }))
    await world.anErrand(['send'], { targets: [place, { kind: 'goods', value: '卷烟', note: '' }] })
    await world.owner.query('delete from letter_digests')
    const { db, clock, blindKey } = world.hub
    expect(await digestMissingLetters(db, clock, blindKey)).toBeGreaterThan(1)
    expect(await digestMissingLetters(db, clock, blindKey)).toBe(0)
    await world.owner.query(
      `insert into letter_digests select 'ffffffffffffffff', digest, letter_id from letter_digests limit 1`,
    )
    expect(await dropOtherLetterDigests(db, clock, blindKey)).toBe(1)
    const request = await signedIn(naming('无', 'document', { facts: '冀G00001' }))
    expect((await found('hebeiHandler', request)).map(([id]) => id)).toEqual([earlier])
  })

  test('[HU1046] nobody checks a request that was sent to another', async () => {
    const request = await signedIn(naming('无', 'document'))
    const attempt = world.hub.db.transaction(
      { agencyId: world.agencies.bj, officerId: world.people.bjHandler.officer.id },
      world.clock.now(),
      (tx) => tx.execute(`select cross_check('${request}', 99, '${'0'.repeat(16)}', '[]')`),
    )
    await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } })
    await expect(
      world.hub.db.transaction(
        { agencyId: world.agencies.hebei, officerId: world.people.hebeiDuty.officer.id },
        world.clock.now(),
        (tx) => tx.execute(`select cross_check('${newId()}', 1, '${'0'.repeat(16)}', '[]')`),
      ),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})
