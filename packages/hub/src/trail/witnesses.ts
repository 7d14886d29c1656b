import { disputesIn, standingOf } from '@lianban/audit'
import type { Tx } from '@lianban/db'
import type { Sentence } from '@lianban/kernel'
import { z } from 'zod'
import type { DeskTask, TaskSource } from '../desk-task.ts'
import { underDuty } from '../duty.ts'
import type { Hub } from '../hub.ts'
import { list } from '../query.ts'
import { witnessNames } from './proven-head.ts'

const nobody = '00000000-0000-0000-0000-000000000000'
const month = 30 * 24 * 3600_000

/**
 * Who watches the log, what they have confirmed, and what any of them refused, with both heads. Everybody may know it:
 * heads and signatures tell nothing of what was done.
 */
export const logWitnesses = list({
  name: 'audit.witnesses',
  input: z.strictObject({}),
  async run({ tx, hub }) {
    const { witnesses, quorum, confirmed, ...standing } = await standingOf(tx, hub.receipts.trust)
    const named = await namer(tx, hub)
    return {
      ...standing,
      copy: hub.logCopy(),
      confirmed: confirmed && {
        ...confirmed,
        cosigned: confirmed.cosigned.map(({ agency, at }) => ({ agency: named(agency), at })),
      },
      witnesses: witnesses.map((one) => ({ ...one, agency: named(one.agency) })),
      quorum: quorum.map(({ need, of }) => ({ need, of: of.map(named) })),
      disputes: (await disputes(tx, hub, new Date(0))).map((one) => ({
        ...one,
        agency: named(one.agency ?? one.witness),
      })),
    }
  },
})

/** A refusal of a witness lies on the desks of those who answer the alerts of their agency, for a month. */
export const disputeTasks: TaskSource = async ({ officer, tx, now, hub }) => {
  const toldToOthers = { id: nobody, toldAgencyId: officer.agencyId, officerId: nobody }
  if (!hub.policy.allows(officer, 'answer', 'Alert', toldToOthers)) return []
  const named = await namer(tx, hub)
  const copy = hub.logCopy()
  const raised = await disputes(tx, hub, new Date(now.getTime() - month))
  const differing = copy?.differsAt ? [copyTask(copy.differsAt, copy.at ?? now)] : []
  const refused = raised.map(({ id, agency, witness, held, offered, at }): DeskTask => {
    const by = named(agency ?? witness)
    return {
      kind: 'alert.dispute',
      id,
      title: { zh: `${by.zh}拒绝见证审计日志`, en: `${by.en} refused to witness the log` },
      note: {
        zh: `此前见到 ${held.size} 条，现在给出 ${offered.size} 条，互相矛盾`,
        en: `${held.size} entries seen before, ${offered.size} offered: they contradict each other`,
      },
      at,
      dueAt: null,
      href: '/audit?view=witnesses',
    }
  })
  return [...differing, ...refused]
}

/** As long as the copy differs, it lies there: nobody answers it away. */
const copyTask = (path: string, at: Date): DeskTask => ({
  kind: 'alert.copy',
  id: nobody,
  title: { zh: '审计日志与异地副本不一致', en: 'The log differs from its copy' },
  note: { zh: `${path}：两者之一被改动过`, en: `${path}: one of the two was rewritten` },
  at,
  dueAt: null,
  href: '/audit?view=witnesses',
})

const disputes = (tx: Tx, hub: Hub, since: Date) =>
  underDuty(tx, 'verifier', () => disputesIn(tx, hub.receipts.trust, since))

async function namer(tx: Tx, { receipts: { trust } }: Hub): Promise<(slug: string) => Sentence> {
  const slugs = trust.witnesses.map(({ agency }) => agency)
  const names = await witnessNames(tx, slugs)
  return (slug) => names[slugs.indexOf(slug)] ?? { zh: slug, en: slug }
}
