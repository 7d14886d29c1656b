import type { AgencyName, OfficerName } from '../a-cast.ts'
import { assistanceTerms, aWorld } from '../a-world.ts'
import { askAssistance } from './ask.ts'
import type { AssistanceDeed } from './assistance.ts'
import { findAssistancePage } from './find.ts'
import {
  actOnAssistance,
  answerAssistance,
  assignAssistance,
  overseeAssistance,
  receiveAssistance,
  refuseAssistance,
  replyToAssistance,
  sendAssistance,
} from './move.ts'

const steps = {
  send: [sendAssistance, 'bjLeader'],
  receive: [receiveAssistance, 'hebeiDuty'],
  assign: [assignAssistance, 'hebeiDuty'],
  act: [actOnAssistance, 'hebeiHandler'],
  reply: [replyToAssistance, 'hebeiHandler'],
  refuse: [refuseAssistance, 'hebeiLeader'],
  answer: [answerAssistance, 'bjHandler'],
  oversee: [overseeAssistance, 'guilinLeader'],
} as const satisfies Record<AssistanceDeed, readonly [unknown, OfficerName]>

type Asked = Partial<Parameters<typeof askAssistance>[1]>
type Step = Partial<Parameters<typeof sendAssistance>[1]> & { by?: OfficerName }

/** The world of the hub, in which Beijing asks Hebei, and anybody takes any step. */
export async function anErrandWorld() {
  const world = await aWorld()
  const { moves } = world.hub.law.assistance
  const caseId = await world.aCase()
  let serial = 0

  return {
    ...world,
    caseId,
    question: world.ask,

    ask: (by: OfficerName, to: readonly AgencyName[], asked: Asked = {}) =>
      world.submit(by, askAssistance, {
        ...{ ...assistanceTerms, caseId, number: `协〔${++serial}〕号` },
        receivers: to.map((name) => world.agencies[name]),
        ...asked,
      }),

    /** A request to Hebei, walked so far. */
    async anErrand(walk: readonly string[] = [], asked: Asked = {}, to: readonly AgencyName[] = ['hebei']) {
      const { assistanceIds } = await this.ask('bjHandler', to, asked)
      for (const move of walk) await this.take(assistanceIds[0]!, move)
      return assistanceIds[0]!
    },

    async take(assistanceId: string, move: string, { by, ...more }: Step = {}) {
      const { deed } = moves.find(({ id }) => id === move)!
      const [step, usual] = steps[deed]
      const { version } = await this.row(assistanceId)
      const input = { assistanceId, expectedVersion: version, move, note: '说明', ...filled(world, move), ...more }
      return world.submit(by ?? usual, step, input)
    },

    page: (by: OfficerName, assistanceId: string) => world.ask(by, findAssistancePage, { assistanceId }),

    async row(id: string) {
      const { rows } = await world.owner.query<{ version: number; standing: string; dueAt: Date | null }>(
        'select version, standing, due_at as "dueAt" from assistances where id = $1',
        [id],
      )
      return rows[0]!
    },

    /** From now on one agency stands under another. */
    put: (name: AgencyName, under: AgencyName) =>
      world.owner.query('update agencies set parent_id = $2 where id = $1', [
        world.agencies[name],
        world.agencies[under],
      ]),
  }
}

const filled = ({ people }: Awaited<ReturnType<typeof aWorld>>, move: string): Step =>
  ({
    list_missing: { missing: ['officer_certificate'] },
    supply: { papers: [{ paper: 'officer_certificate', number: '证〔1〕号' }] },
    assign: { officerId: people.hebeiHandler.officer.id },
    to_field: { unit: '稽查一队' },
    ask_extension: { amount: 5 },
    refuse: { ground: 'beyond_power' },
  })[move] ?? {}
