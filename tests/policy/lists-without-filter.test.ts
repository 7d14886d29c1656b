import { openDatabase } from '@lianban/db'
import { type Hub, hubRouter, vocabulary } from '@lianban/hub'
import { createPolicy, type Rule } from '@lianban/policy'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aScene, inputsAbout, procedures, type Scene } from '../../packages/hub/src/a-request.ts'
import { aWorld, type World } from '../../packages/hub/src/a-world.ts'
import { rules } from './rules.ts'

/** Every list query of the hub, found from the router, so that a new one is here by itself. */
const lists = procedures
  .filter(([, { _def }]) => (_def as { meta?: { frame?: string } }).meta?.frame === 'list')
  .map(([path]) => path)

/** Rules that open everything to everybody: a filter made of them drops nothing. */
const wideOpen: Rule[] = Object.entries(vocabulary.subjects).flatMap(([subject, { actions }]) =>
  actions.map((action) => ({
    ...rules[0]!,
    id: `OPEN-${subject}-${action}` as Rule['id'],
    roles: [...vocabulary.roles],
    action,
    subject,
    when: {},
  })),
)

let world: World
let scene: Scene
let pastTheWall: Hub['db']
beforeAll(async () => {
  world = await aWorld()
  scene = await aScene(world)
  pastTheWall = openDatabase({ url: world.owner.options.connectionString!, maxConnections: 2 })
})
afterAll(async () => {
  await pastTheWall.close()
  await world.close()
})

/** The ids of other agencies' records in what an officer of an uninvited agency is answered without any filter. */
async function strangersIn(path: string, db: Hub['db']): Promise<string[]> {
  const { actor, requestId } = world.as('hebeiLeader')
  const policy = createPolicy({ rules: wideOpen, vocabulary, clock: world.clock })
  const hub: Hub = { ...world.hub, db, policy }
  const [group, procedure] = path.split('.') as [string, string]
  const caller = hubRouter.createCaller({ hub, actor, requestId }) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >
  const asked = inputsAbout(world, scene)[path] as { cursor?: string; q?: string; verdict?: string }
  const { cursor: _cursor, verdict: _verdict, q, ...rest } = asked
  const input = path === 'search.all' ? { q } : rest
  const answer = JSON.stringify(await caller[group]![procedure]!(input))
  const known = new Set<string>([...Object.values(world.agencies), actor.officer.id])
  const ids = answer.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
  return [...new Set(ids)].filter((id) => !known.has(id))
}

/** Functions of the database that build the wall themselves, as they would be without it. */
async function wallsInside(): Promise<string[]> {
  const pages = await world.owner.query<{ page: string }>(
    `select pg_get_functiondef(name::regproc) as page from unnest(array['seen_cases', 'seen_clues']) as name`,
  )
  const saying = [
    ['cases_saying', 'select id, opened_at, true from cases where name ilike pattern or summary ilike pattern'],
    ['clues_saying', 'select id, recorded_at, true from clues where title ilike pattern or content ilike pattern'],
  ]
  return [
    ...pages.rows.map(({ page }) => page.replace(/(where c\.id = any \(ids\))[^$]*/, '$1 ')),
    ...saying.map(
      ([name, body]) => `create or replace function ${name}
        (asked tsquery, pattern text, most integer, after_at timestamptz, after_id uuid)
        returns table (id uuid, at timestamptz, is_all boolean) language sql stable security definer as $$ ${body} $$`,
    ),
  ]
}

/** Beside the rules these ask for what is the officer's own or the agency's, or answer with no id of anybody's record. */
const ofOneself = [
  'agencies.posts',
  'handoffs.kinds',
  'handoffs.funnel',
  'assistance.options',
  'assistance.progress',
  'assistance.measures',
  'clocks.byAgency',
  'law.assess',
  'law.assessGoods',
  'law.methods',
  'law.deadline',
  'hits.options',
  'hits.list',
  'requests.list',
  'emergencies.options',
  'emergencies.list',
  'notices.options',
  'retention.overview',
  'audit.explore',
  'audit.looked',
  'audit.witnesses',
]

/** Where the wall stands inside of functions, it holds without row-level security as well. */
const walledInside = ['cases.list', 'clues.list', 'search.all']

describe('a list query whose filter is left out', () => {
  test.each(lists)('[PE51] %s gives an uninvited agency no row of a stranger', async (path) => {
    expect(await strangersIn(path, world.hub.db)).toEqual([])
  })

  test.each(walledInside)('[PE54] %s gives none even where row-level security is out of the way', async (path) => {
    expect(await strangersIn(path, pastTheWall)).toEqual([])
  })

  test('[PE51] without the wall the same look does find strangers’ rows', async () => {
    for (const unwalled of await wallsInside()) await world.owner.query(unwalled)
    const leaking: string[] = []
    for (const path of lists) if ((await strangersIn(path, pastTheWall)).length) leaking.push(path)
    expect(lists.filter((path) => !leaking.includes(path))).toEqual(ofOneself)
  })
})
