import pg from 'pg'
import { wordsOf } from '../../../packages/hub/src/words.ts'
import { makeLots } from '../../policy/lots.ts'
import { withoutIndexes } from './bare-tables.ts'
import { makeSentences } from './sentences.ts'
import type { Size } from './size.ts'

export const seed = 20250521
const batch = 5000

/** Ids that say what they are of, in the order of their numbers: `…-000000000007` is the seventh. */
export const idOf = (kind: 'agency' | 'officer' | 'agreement' | 'case' | 'grant' | 'handoff', n: number): string =>
  `0${'abcdef'['agency officer agreement case grant handoff'.split(' ').indexOf(kind)]}000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

const quoted = (word: string): string => `'${word.replace(/[\\']/g, '$&$&')}'`

/**
 * A seeded hub, written by the owner of the tables: one agency opened a tenth of all cases, one was granted a tenth of
 * all grants, one has nothing, and the rest is spread over all others. Some grants are over, some to one officer, and
 * some cases were handed over to another agency, which leads them.
 */
export async function generate(ownerUrl: string, size: Size, say: (progress: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await withoutIndexes(client, ['cases', 'grants', 'handoffs'], async () => {
      await writeAgencies(client, size)
      await writeCases(client, size, say)
      say('grants')
      await writeGrants(client, size)
      say('indexes')
    })
    say('statistics')
    await client.query('vacuum (analyze) cases, grants, handoffs, agencies, officers')
  } finally {
    await client.end()
  }
}

const id = (kind: Parameters<typeof idOf>[0], n: string) =>
  `('${idOf(kind, 0).slice(0, 24)}' || lpad(to_hex(${n}), 12, '0'))::uuid`

async function writeAgencies(client: pg.Client, { agencies }: Size): Promise<void> {
  await client.query(`insert into agencies (id, slug, name_zh, name_en, short_zh, short_en, kind, level, region, oidc_issuer, oidc_client_id, registered_at)
    select ${id('agency', 'n')}, 'bench-' || n, '单位' || n, 'Agency ' || n, '单位' || n, 'A' || n, 'tobacco', 'city', '110000',
      'http://localhost/' || n, 'lianban', '2020-01-01' from generate_series(0, ${agencies - 1}) n`)
  await client.query(`insert into officers (id, agency_id, subject, post_zh, post_en, roles, state, registered_at)
    select ${id('officer', 'n')}, ${id('agency', 'n')}, 'handler', '承办员', 'handler', '{handler}', 'active', '2020-01-01'
    from generate_series(0, ${agencies - 1}) n`)
  await client.query(`insert into agreements (id, number, title, legal_basis, purposes, max_label, max_level, allows_onward, valid_from, valid_until, state, proposed_by_agency_id, proposed_at)
    values ('${idOf('agreement', 0)}', '1', '协议', '依据', '{目的}', 'sensitive', 'co_handle', true, '2020-01-01', '2040-01-01', 'in_force', '${idOf('agency', 1)}', '2020-01-01')`)
}

/** A tenth to the first agency, nothing to the one that sees nothing, the rest by lot to the others. */
const someAgency = (lots: ReturnType<typeof makeLots>, { agencies }: Size): number =>
  3 + Math.floor(lots.fraction() * (agencies - 3))

const minute = 60_000

async function writeCases(client: pg.Client, size: Size, say: (progress: string) => void): Promise<void> {
  const lots = makeLots(seed)
  const { sentence } = makeSentences(lots)
  const start = Date.parse('2023-01-01T00:00:00Z')
  for (let first = 0; first < size.cases; first += batch) {
    const count = Math.min(batch, size.cases - first)
    const rows = Array.from({ length: count }, (_, i) => {
      const n = first + i
      const name = sentence(5, 9)
      const summary = sentence(12, 28)
      const number = `案${n}`
      const owner = lots.isDrawn(0.1) ? 1 : someAgency(lots, size)
      return {
        n,
        name,
        summary,
        number,
        owner,
        lead: lots.isDrawn(0.03) ? someAgency(lots, size) : owner,
        label: lots.oneOf(['public', 'internal', 'internal', 'sensitive']),
        at: new Date(start + n * minute + Math.floor(lots.fraction() * minute)),
        words: wordsOf(name, number, '非法经营', summary).map(quoted).join(' '),
      }
    })
    const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key])
    await client.query(
      `insert into cases (id, number, name, charge, summary, stage, label, handling_code, region, opened_on,
         owner_agency_id, lead_agency_id, opened_by, opened_at, words)
       select ${id('case', 'n')}, number, name, '非法经营', summary, case when owner = lead then 'investigating' else 'transferred' end,
         label, 'unrestricted', '110000', '2025', ${id('agency', 'owner')}, ${id('agency', 'lead')}, ${id('officer', 'owner')}, at, words::tsvector
       from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[], $7::int[], $8::timestamptz[], $9::text[])
         as drawn (n, number, name, summary, label, owner, lead, at, words)`,
      [
        ...(['n', 'number', 'name', 'summary', 'label', 'owner', 'lead'] as const).map(column),
        column('at').map((at) => at.toISOString()),
        column('words'),
      ],
    )
    if (first % (batch * 20) === 0) say(`cases ${Math.round((100 * first) / size.cases)} %`)
  }
  await client.query(`insert into handoffs (id, number, kind, case_id, circle_id, from_agency_id, to_agency_id, legal_basis, purpose, state, standing, package_digest, prepared_by, prepared_at)
    select ('${idOf('handoff', 0).slice(0, 24)}' || right(id::text, 12))::uuid, number, 'case_transfer', id, id, owner_agency_id, lead_agency_id, '依据', '移送', 'accepted', 'accepted', repeat('a', 64), opened_by, opened_at
    from cases where lead_agency_id <> owner_agency_id`)
}

async function writeGrants(client: pg.Client, size: Size): Promise<void> {
  // A number of the seed and the row, spread over 0 to 1: the same in every database.
  const lot = (salt: number) => `(abs(hashint8extended(n, ${seed + salt}) % 1000000) / 1000000.0)`
  await client.query(`
    with drawn as (
      select n, floor(${lot(1)} * ${size.cases})::int as record,
        case when ${lot(2)} < 0.1 then 2 else 3 + floor(${lot(3)} * ${size.agencies - 3})::int end as grantee,
        ${lot(4)} as fate, ${lot(5)} < 0.01 as is_personal, ${lot(6)} as depth
      from generate_series(0, ${size.grants - 1}) n)
    insert into grants (id, record_kind, record_id, record_at, owner_agency_id, grantee_agency_id, grantee_officer_id, level, withheld_fields,
      purpose, legal_basis, agreement_id, allows_onward, expires_at, state, given_by, given_at)
    select distinct on (record, grantee, is_personal) ${id('grant', 'n')}, 'Case', c.id, c.opened_at, c.owner_agency_id, ${id('agency', 'grantee')},
      case when is_personal then ${id('officer', 'grantee')} end, case when depth < 0.7 then 'view' else 'contribute' end,
      case when depth < 0.2 then array['summary'] else '{}'::text[] end, '目的', '依据', '${idOf('agreement', 0)}', false,
      case when fate < 0.05 then timestamptz '2024-01-01' else timestamptz '2035-01-01' end,
      case when fate > 0.97 then 'recalled' else 'live' end, c.opened_by, c.opened_at
    from drawn join cases c on c.id = ${id('case', 'record')}
    where c.owner_agency_id <> ${id('agency', 'grantee')}
    order by record, grantee, is_personal`)
}
