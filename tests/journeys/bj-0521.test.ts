import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { publishedCases, publishedClues, readLive, story, writeLive, yearEnd } from '@lianban/demo'
import type { AgencyId, CaseId, ClueId, HandoffId, SectionId } from '@lianban/kernel'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aHub, type HubServer } from '../support/hub-server.ts'

const published = publishedCases.find((one) => one.number === story.caseNumber)!
const report = publishedClues.find((one) => one.key === story.clueKey)!
const once = <Input extends object>(input: Input) => ({ ...input, submissionId: randomUUID() })

/** The story of BJ-0521 over the public API, told in order; each test is one step of the story. */
describe('BJ-0521 over the public API', () => {
  let hub: HubServer
  const as = (subject: string) => hub.client(subject)
  const agencies = new Map<string, AgencyId>()
  const agreements = new Map<string, string>()
  let clueId: ClueId
  let caseId: CaseId
  const sectionIds: SectionId[] = []
  let handoffId: HandoffId

  beforeAll(async () => {
    hub = await aHub({ cast: true })
    const leader = await as('bj-tobacco.leader')
    for (const agency of await leader.agencies.list.query()) agencies.set(agency.slug, agency.id)
    for (const { number, id } of (await leader.agreements.list.query({})).items) agreements.set(number, id)
  })
  afterAll(() => hub?.stop())

  const invite = async (
    subject: string,
    record: { kind: 'Case' | 'Clue'; id: string },
    one: (typeof story.invitations)[number],
  ) => {
    const terms = {
      record,
      granteeAgencyId: agencies.get(one.granteeSlug)!,
      level: one.level,
      withheldFields: [...one.withheldFields],
      purpose: one.purpose,
      legalBasis: one.legalBasis,
      agreementId: agreements.get(one.agreementNumber)!,
      allowsOnward: one.allowsOnward,
      expiresAt: yearEnd(new Date(), one.years).toISOString(),
    }
    const officer = await as(subject)
    const preview = await officer.grants.preview.query(terms)
    await officer.grants.give.mutate(once(terms))
    return preview
  }

  test('1. the Shunyi intake officer records the public report with label and handling code', async () => {
    const intake = await as('shunyi-tobacco.intake')
    const { key: _key, publishedIn: _in, recordedBy: _by, ...fields } = report
    const input = once({ ...fields, goods: [...fields.goods], methods: [...fields.methods], identifiers: [] })
    const recorded = await intake.clues.record.mutate(input)
    expect(await intake.clues.record.mutate(input), 'a second click').toEqual(recorded)
    clueId = recorded.clueId
    const clue = await intake.clues.find.query({ clueId })
    expect(clue).toMatchObject({ label: 'sensitive', handlingCode: 'no_open_action', place: '北京市顺义区' })
    expect(clue.goods?.map((goods) => goods.what)).toEqual(['pods', 'devices'])
    expect(clue.methods).toContain('minors')
    expect((await intake.clues.list.query({})).total).toBe(1)
    await invite('shunyi-tobacco.intake', { kind: 'Clue', id: clueId }, story.clueInvitation)
  })

  test('2. the Beijing handler opens the case and invites each agency on its own terms', async () => {
    const handler = await as('bj-tobacco.handler')
    const { number, name, charge, summary, label, handlingCode, region, openedOn } = published
    const opened = await handler.cases.open.mutate(
      once({ clueIds: [clueId], number, name, charge, summary, label, handlingCode, region, openedOn }),
    )
    caseId = opened.caseId
    for (const figure of published.figures) await handler.cases.recordFigure.mutate(once({ caseId, ...figure }))
    for (const event of published.events) await handler.cases.recordEvent.mutate(once({ caseId, ...event }))

    const previews = []
    for (const one of story.invitations)
      previews.push(await invite('bj-tobacco.handler', { kind: 'Case', id: caseId }, one))
    expect(previews[1]?.sentences[0]?.zh).toMatch(
      /^深圳市宝安区烟草专卖局将以“参与编写”级别获得授权，目的：联合查办跨省电子烟网络案件/,
    )
    expect(previews[1]?.sentences.map(({ zh }) => zh).join('\n')).toContain('承办员（1 人）可以：查看案件')
    const { items } = await handler.grants.list.query({ record: { kind: 'Case', id: caseId } })
    expect(items.map(({ grantee, level }) => [grantee.slug, level])).toEqual([
      ['bj-police-efd', 'co_handle'],
      ['baoan-tobacco', 'contribute'],
      ['guilin-tobacco', 'comment'],
      ['bj-procuratorate', 'view'],
    ])
    expect(new Set(items.map(({ purpose }) => purpose)).size).toBe(4)
  })

  test('2. an invited agency reads the figures exactly as published, each with its source', async () => {
    const { figures } = await (await as('guilin-tobacco.handler')).cases.find.query({ caseId })
    expect(figures?.map(({ what, amount, unit, asWritten }) => [what, amount, unit, asWritten])).toEqual([
      ['烟弹', 347_000, '个', '34.7万个'],
      ['烟具', 53_700, '个', '5.37万个'],
      ['实物案值', 22_131_600, '元', '实物案值2213.16万元'],
      ['逮捕', 9, '人', '9人'],
      ['直诉', 1, '人', '1人'],
      ['判刑', 2, '人', '2人'],
    ])
  })

  test('3. three agencies write one section; a second is a placeholder to the third', async () => {
    const handler = await as('bj-tobacco.handler')
    for (const { title, audience, memberSlugs } of story.sections) {
      const memberAgencyIds = memberSlugs.map((slug) => agencies.get(slug)!)
      const added = await handler.dossier.addSection.mutate(once({ caseId, title, audience, memberAgencyIds }))
      sectionIds.push(added.sectionId)
    }
    const [shared, closed] = story.sections
    await Promise.all(
      shared!.paragraphs.map(async ({ by, text }) => {
        const { cookie } = await hub.signIn(by)
        await writeLive({ origin: hub.origin, cookie, sectionId: sectionIds[0]! }, [text])
      }),
    )
    const { cookie } = await hub.signIn('guilin-tobacco.handler')
    const read = await readLive({ origin: hub.origin, cookie, sectionId: sectionIds[0]! })
    for (const { text } of shared!.paragraphs) expect(read).toContain(text)

    const police = await (await as('bj-police-efd.handler')).dossier.outline.query({ caseId })
    expect(police.sections.map((section) => section.kind)).toEqual(['open', 'open'])
    const baoan = await (await as('baoan-tobacco.handler')).dossier.outline.query({ caseId })
    expect(baoan.sections[1]).toMatchObject({ kind: 'withheld', position: 2, askAgency: { slug: 'bj-tobacco' } })
    expect(JSON.stringify(baoan)).not.toContain(closed!.title)
    expect(JSON.stringify(baoan)).not.toContain(sectionIds[1])
    const baoanCookie = (await hub.signIn('baoan-tobacco.handler')).cookie
    await expect(
      readLive({ origin: hub.origin, cookie: baoanCookie, sectionId: sectionIds[1]!, patience: 1500 }),
    ).rejects.toThrow('did not answer')
  })

  test('4. the case goes to the police as a frozen package, signed for and accepted', async () => {
    const { handoff } = story
    const handler = await as(handoff.preparedBy)
    const { number, legalBasis, purpose, note } = handoff
    const papers = [...handoff.papers]
    const prepared = await handler.handoffs.prepare.mutate(
      once({ caseId, toAgencyId: agencies.get(handoff.toSlug)!, number, legalBasis, purpose, note, papers }),
    )
    handoffId = prepared.handoffId
    const step = async (by: string, move: 'dispatch' | 'sign' | 'accept', expectedVersion: number) =>
      (await as(by)).handoffs[move].mutate(
        once({ handoffId, expectedVersion, packageDigest: prepared.packageDigest, note: '' }),
      )
    await expect(step(handoff.preparedBy, 'dispatch', 1), 'only the head dispatches').rejects.toThrow('FORBIDDEN')
    await step(handoff.dispatchedBy, 'dispatch', 1)
    expect((await (await as(handoff.signedBy)).desk.mine.query({})).counts.toSign).toBe(1)
    await step(handoff.signedBy, 'sign', 2)
    await step(handoff.acceptedBy, 'accept', 3)

    for (const side of [handoff.preparedBy, handoff.signedBy]) {
      const seen = await (await as(side)).handoffs.find.query({ handoffId })
      expect(seen.receipts.map(({ rung }) => rung)).toEqual(['dispatched', 'signed_for', 'accepted'])
      expect(new Set(seen.receipts.map((receipt) => receipt.packageDigest))).toEqual(new Set([prepared.packageDigest]))
    }
    const after = await handler.cases.find.query({ caseId })
    expect(after).toMatchObject({ stage: 'transferred', leadAgency: { slug: 'bj-police-efd' } })
  })

  test('4. later writing does not touch what was handed over', async () => {
    const { cookie } = await hub.signIn('bj-police-efd.handler')
    await writeLive({ origin: hub.origin, cookie, sectionId: sectionIds[0]! }, ['移送之后补写的一句。'])
    const seen = await (await as('bj-police-efd.handler')).handoffs.find.query({ handoffId })
    const frozen = seen.items.filter((item) => item.kind === 'dossier_section').map((item) => item.content)
    expect(frozen.join()).toContain('跨省产销网络')
    expect(frozen.join()).not.toContain('移送之后')
  })

  test('5. the procurator reads case, dossier and handover, has a desk and the own steps, and can change nothing', async () => {
    const procurator = await as('bj-procuratorate.procurator')
    const seen = await procurator.cases.find.query({ caseId })
    expect(seen.name).toBe(published.name)
    const { readEvidence, readReview, reviewStep, ...changes } = seen.can
    expect({ readEvidence, readReview, reviewStep }).toEqual({ readEvidence: true, readReview: true, reviewStep: true })
    expect(Object.values(changes)).not.toContain(true)
    const { sections } = await procurator.dossier.outline.query({ caseId })
    expect(sections[0]).toMatchObject({ kind: 'open', right: 'read' })
    const handed = await procurator.handoffs.list.query({ box: 'case', caseId })
    expect(handed.items.map(({ id }) => id)).toEqual([handoffId])
    expect((await procurator.handoffs.find.query({ handoffId })).items.length).toBeGreaterThan(3)
    const figure = { caseId, ...published.figures[0]! }
    await expect(procurator.cases.recordFigure.mutate(once(figure))).rejects.toThrow('FORBIDDEN')
    const { cookie } = await hub.signIn('bj-procuratorate.procurator')
    const room = { origin: hub.origin, cookie, sectionId: sectionIds[0]!, patience: 2000 }
    await expect(writeLive(room, ['检察官写的字'])).rejects.toThrow()
    expect(await readLive(room)).not.toContain('检察官写的字')
  })

  test('6. an agency that was never invited finds nothing, and absent looks the same', async () => {
    const stranger = await as('hebei-tobacco.handler')
    expect(await stranger.cases.list.query({})).toEqual({ items: [], total: 0, nextCursor: null })
    expect(await stranger.cases.list.query({ q: '5·21' })).toMatchObject({ total: 0 })
    expect(await stranger.search.all.query({ q: '电子烟' })).toMatchObject({ total: 0 })
    expect((await stranger.desk.mine.query({})).counts).toMatchObject({ cases: 0, clues: 0, toSign: 0 })
    const answer = (work: Promise<unknown>) =>
      work.then(
        () => 'seen',
        ({ message, data }) => ({ message, refusal: data.refusal, code: data.code }),
      )
    const absent = randomUUID() as CaseId & ClueId & HandoffId
    expect(await answer(stranger.cases.find.query({ caseId }))).toEqual(
      await answer(stranger.cases.find.query({ caseId: absent })),
    )
    expect(await answer(stranger.clues.find.query({ clueId }))).toEqual(
      await answer(stranger.clues.find.query({ clueId: absent })),
    )
    expect(await answer(stranger.handoffs.find.query({ handoffId }))).toEqual(
      await answer(stranger.handoffs.find.query({ handoffId: absent })),
    )
    expect(await answer(stranger.cases.find.query({ caseId }))).toMatchObject({ code: 'NOT_FOUND' })
    const { cookie } = await hub.signIn('hebei-tobacco.handler')
    const knock = async (id: string) => {
      const response = await fetch(`${hub.origin}/rooms/${id}`, {
        headers: { cookie, origin: hub.origin, connection: 'Upgrade', upgrade: 'websocket' },
      }).catch((error: Error) => error)
      return response instanceof Response ? [response.status, await response.text()] : response.message
    }
    expect(await knock(sectionIds[0]!)).toEqual(await knock(randomUUID()))
  })

  test('7. the trail tells every step in readable sentences', async () => {
    const handler = await as('bj-tobacco.handler')
    const { items } = await handler.audit.ofCase.query({ caseId, limit: 200 })
    const told = items.map(({ sentence }) => sentence.zh).reverse()
    const inOrder = [
      '顺义烟草·线索受理员 通过本单位身份认证登录。',
      '顺义烟草·线索受理员 登记线索 顺义烟草线索〔',
      '顺义烟草·线索受理员 将 顺义烟草线索',
      '北京烟草·承办员 立案 BJ-0521 “5·21”生产销售伪劣电子烟网络案',
      '以“协同办理”级别共享给 北京环食药',
      '以“参与编写”级别共享给 宝安烟草',
      '以“批注”级别共享给 桂林烟草',
      '增加卷宗章节（全案单位可见）',
      '增加卷宗章节（仅限指定单位）',
      '打开卷宗 《案件事实与跨省网络》',
      '冻结移送材料 演示移送〔BJ-0521〕1号，拟移送 北京环食药',
      '北京烟草·负责人 批准并发出移送 演示移送〔BJ-0521〕1号',
      '北京环食药·承办民警 签收移送',
      '北京环食药·负责人 受理移送',
      '北京检察·检察官 查看案件',
      '北京检察·检察官 试图登记数量与金额，被拒绝。',
      '河北烟草·承办员 试图查看案件',
    ]
    let from = 0
    for (const part of inOrder) {
      const at = told.findIndex((sentence, i) => i >= from && sentence.includes(part))
      expect(
        at,
        `“${part}” after “${told[from - 1] ?? 'the beginning'}” in\n${told.join('\n')}`,
      ).toBeGreaterThanOrEqual(0)
      from = at
    }
    expect(told.join('\n')).not.toMatch(/[{}]|undefined/)
    for (const author of ['北京烟草·承办员', '北京环食药·承办民警', '宝安烟草·承办员'])
      expect(told).toContainEqual(expect.stringContaining(`${author} 编写卷宗 《案件事实与跨省网络》`))
  })

  test('7. one command says intact, and names the entry after one byte is changed', async () => {
    const verify = () =>
      promisify(execFile)(process.execPath, [resolve('apps/cli/src/lianban.ts'), 'verify-log'], {
        env: { ...process.env, DATABASE_URL: hub.programUrl },
      }).then(
        ({ stdout }) => ({ code: 0, stdout }),
        ({ code, stdout }) => ({ code: Number(code), stdout: String(stdout) }),
      )
    await expect
      .poll(async () => (await verify()).stdout, { timeout: 10_000 })
      .toMatch(/^完整 intact: \d+ entries, root [0-9a-f]{64}$/m)

    const owner = new pg.Client({ connectionString: hub.ownerUrl })
    await owner.connect()
    await owner.query('alter table audit_leaves disable trigger user')
    const { rows } = await owner.query(
      `update audit_leaves set body = replace(body, 'case.open', 'case.oPen') where act = 'case.open' returning id`,
    )
    await owner.end()
    expect(rows).toHaveLength(1)
    const broken = await verify()
    expect(broken.code).toBe(1)
    expect(broken.stdout).toContain('不完整 NOT intact')
    expect(broken.stdout).toContain(rows[0].id)
  })
})
