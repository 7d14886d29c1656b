import { FindingId } from '@lianban/kernel'
import { basisOfHandoff } from '@lianban/law'
import { z } from 'zod'
import { line, text } from '../classification.ts'
import { command } from '../command.ts'
import { prepareSupervision } from '../handoffs/index.ts'
import { refusals } from './refusals.ts'
import { findFinding, insertOpening, openingsOf } from './store.ts'

/** From a row of the radar the procurator asks the agency or the police for an answer, by a letter that opens no file to anybody. */
export const superviseFinding = command({
  name: 'radar.supervise',
  on: 'RadarFinding',
  input: z.object({ findingId: FindingId, number: line(60), note: text(2000), approval: text(100) }),
  about: ({ findingId }) => findingId,
  subject: ({ tx, input }) => findFinding(tx, input.findingId, { lock: true }),
  async run({ input, subject, officer, tx, now, hub }) {
    const kind = hub.law.radar.find(({ id }) => id === subject.rule)?.opens
    if (!kind || !subject.caseId) throw refusals.opensNothing()
    const standing = (await openingsOf(tx, [subject.id])).get(subject.id)
    if (standing) throw refusals.underSupervision(standing.number)
    const { caseId, ownerAgencyId } = subject
    const { zh } = hub.law.handoffs[kind]!.words
    const terms = {
      kind,
      toAgencyId: subject.agencyId,
      number: input.number,
      legalBasis: basisOfHandoff(hub.law, kind)
        .map((each) => each.zh)
        .join('、'),
      purpose: zh,
      note: [`案号：${subject.number}。${subject.saysZh}`, input.note].filter(Boolean).join('\n'),
      papers: input.approval ? [{ material: 'chief_approval', title: '检察长批准文书', number: input.approval }] : [],
      circumstances: [],
    }
    const { handoffId } = await prepareSupervision({ hub, tx, officer, now }, { caseId, ownerAgencyId }, terms)
    await insertOpening(tx, { findingId: subject.id, handoffId, openedBy: officer.id, openedAt: now })
    return { handoffId }
  },
  facts: ({ subject, input }) => ({ agency: subject.agencyId, rule: subject.rule, number: input.number }),
})
