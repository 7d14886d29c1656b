import pg from 'pg'
import type { HubServer } from '../../support/hub-server.ts'
import { once } from '../../support/shared-case.ts'

const terms = {
  kind: 'licence_check',
  proceeding: 'administrative' as const,
  urgency: 'days_7',
  urgencyReason: '',
  legalBasis: '《中华人民共和国行政处罚法》第二十六条',
  facts: '案内货物由贵地发出。',
  questions: '请核查该处是否持证经营。',
  replyForm: '书面',
  contact: '值班台',
  targets: [{ kind: 'place' as const, value: '某处', note: '' }],
  papers: [{ paper: 'assistance_letter', number: '协〔1〕号' }],
}

type Wanted = { readonly open: number; readonly closed: number; readonly urgency?: string }

/** One request asked and sent through the hub, and as many more like it as are wanted; the ids of the open ones. */
export async function fillRequests(
  hub: HubServer,
  receiver: string,
  { open, closed, urgency = terms.urgency }: Wanted,
): Promise<string[]> {
  const handler = await hub.client('bj-tobacco.handler')
  const agencies = await handler.agencies.list.query()
  const { caseId } = await handler.cases.open.mutate(
    once({
      ...{ clueIds: [], number: 'BENCH-1', name: '案件', charge: '非法经营', summary: '摘要' },
      ...{ label: 'internal' as const, handlingCode: 'unrestricted' as const, region: '110000', openedOn: '2026' },
    }),
  )
  const { assistanceIds } = await handler.assistance.ask.mutate(
    once({
      ...{ ...terms, urgency, urgencyReason: urgency === terms.urgency ? '' : '正在转移' },
      ...{ caseId, number: 'BENCH-1', receivers: [agencies.find(({ slug }) => slug === receiver)!.id] },
    }),
  )
  const leader = await hub.client('bj-tobacco.leader')
  await leader.assistance.send.mutate(
    once({ assistanceId: assistanceIds[0]!, expectedVersion: 1, move: 'send', note: '' }),
  )
  const owner = new pg.Client({ connectionString: hub.ownerUrl })
  await owner.connect()
  try {
    await owner.query('alter table assistances disable trigger user')
    await copies(owner, 'open', open - 1)
    await copies(owner, 'closed', closed)
    await owner.query('alter table assistances enable trigger user')
    await owner.query('vacuum (analyze) assistances, assistance_letters, assistance_receipts')
    const { rows } = await owner.query<{ id: string }>(
      "select id from assistances where state = 'sent' order by number",
    )
    return rows.map(({ id }) => id)
  } finally {
    await owner.end()
  }
}

/** The first request once more, under numbers and ids of its own; the open ones with their steps. */
async function copies(owner: pg.Client, kind: 'open' | 'closed', count: number): Promise<void> {
  if (count < 1) return
  await owner.query(
    `with first as (select l.id from assistance_letters l where l.number = 'BENCH-1'),
      letters as (
        insert into assistance_letters
        select gen_random_uuid(), $1 || ' ' || n, case_id, from_agency_id, kind, proceeding, urgency, days, urgency_reason, lane,
            legal_basis, facts, questions, reply_form, contact, targets, papers, digest, asked_by, asked_at - n * interval '1 minute'
          from assistance_letters, generate_series(1, $2::int) n where id = (select id from first) returning id, number, asked_at),
      requests as (
        insert into assistances (id, letter_id, number, case_id, from_agency_id, to_agency_id, kind, urgency, approval, state, standing,
            asked_at, sent_at, ranked_at, version)
        select gen_random_uuid(), l.id, l.number, a.case_id, a.from_agency_id, a.to_agency_id, a.kind, a.urgency, a.approval,
            case $1 when 'open' then 'sent' else 'closed' end, case $1 when 'open' then 'sent' else 'confirmed' end,
            l.asked_at, l.asked_at, l.asked_at + interval '7 days', a.version
          from letters l, assistances a where a.letter_id = (select id from first) returning id)
    insert into assistance_receipts (id, assistance_id, version, move, standing, officer_id, agency_id, note, digest, given_at)
      select gen_random_uuid(), q.id, r.version, r.move, r.standing, r.officer_id, r.agency_id, r.note, r.digest, r.given_at
      from requests q, assistance_receipts r join assistances a on a.id = r.assistance_id
      where $1 = 'open' and a.letter_id = (select id from first)`,
    [kind, count],
  )
}
