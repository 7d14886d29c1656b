import type { Tx } from '@lianban/db'
import { AgencyId, type Sentence } from '@lianban/kernel'
import type { KindOfHandoff } from '@lianban/law'
import { agencyCards, findAgency } from '../agencies/index.ts'
import type { Handoff } from './handoff.ts'
import { refusals } from './refusals.ts'

type Decider = KindOfHandoff['decidedBy']

export const deciderWords: Record<Decider, Sentence> = {
  superior: { zh: '双方共同的上级单位', en: 'the common superior of both sides' },
  procuratorate: { zh: '检察机关', en: 'the procuratorate' },
}

/** The agency that is asked to oversee or to decide, if it is one that can. */
export async function overseerOf(
  tx: Tx,
  handoff: Handoff,
  { asked, decidedBy }: { readonly asked: AgencyId | undefined; readonly decidedBy: Decider },
): Promise<AgencyId> {
  const wrong = () => refusals.wrongDecider(deciderWords[decidedBy])
  if (!asked) throw wrong()
  const isRight: Record<Decider, () => Promise<boolean>> = {
    procuratorate: async () => (await findAgency(tx, { id: asked })).kind === 'procuratorate',
    superior: async () => asked === (await commonSuperior(tx, handoff.fromAgencyId, handoff.toAgencyId)),
  }
  if (!(await isRight[decidedBy]())) throw wrong()
  return asked
}

/** The nearest agency that both lie under. */
export async function commonSuperior(tx: Tx, one: AgencyId, other: AgencyId): Promise<AgencyId | undefined> {
  const above = await superiorsOf(tx, other)
  return (await superiorsOf(tx, one)).find((each) => above.includes(each))
}

/** From the nearest up. */
async function superiorsOf(tx: Tx, id: AgencyId): Promise<AgencyId[]> {
  const found: AgencyId[] = []
  for (let at: AgencyId | null = id; at && found.length < 10; ) {
    const parentId: AgencyId | null = (await agencyCards(tx, [at])).get(at)?.parentId ?? null
    if (parentId) found.push(AgencyId.parse(parentId))
    at = parentId
  }
  return found
}
