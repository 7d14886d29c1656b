import { CaseId } from '@lianban/kernel'
import { z } from 'zod'
import { officerCards } from '../agencies/index.ts'
import type { Level } from '../classification.ts'
import { clueSummaries, cluesOfCase } from '../clues/index.ts'
import { furthest, openTo } from '../grants/index.ts'
import { find } from '../query.ts'
import { standingIn } from '../standing/index.ts'
import { caseSummaries } from './list.ts'
import { isOpinionDue } from './opinion-due.ts'
import { eventsOf, figuresOf, findCase } from './store.ts'
import { hiddenInCase } from './withheld.ts'

/** One case, with the officer's own standing in it; what the grant withholds is named and left out. */
export const findCasePage = find({
  name: 'case.find',
  on: 'Case',
  input: z.strictObject({ caseId: CaseId }),
  about: ({ caseId }) => caseId,
  isLogged: true,
  subject: ({ tx, input }) => findCase(tx, input.caseId),
  async run({ subject, officer, tx, now, hub }) {
    const withheld = hiddenInCase({ hub, officer, now }, subject)
    const isOpen = (field: string) => !withheld.includes(field)
    const linked = isOpen('clues') ? await cluesOfCase(tx, subject.id) : []
    const readable = linked.filter((clue) => hub.policy.allows(officer, 'read', 'Clue', clue))
    const summary = (await caseSummaries(tx, [subject]))[0]!
    const openedBy = (await officerCards(tx, [subject.openedBy])).get(subject.openedBy)!
    const { rule, because } = hub.policy.decide(officer, 'read', 'Case', subject)
    const knowing = await officerCards(
      tx,
      subject.readers.map((reader) => reader.officerId),
    )
    const inRegister = { id: subject.id, caseId: subject.id, standing: standingIn(subject) }
    const can = (action: string) => Boolean(hub.policy.allows(officer, action, 'Case', subject))
    const level: Level | 'owner' | 'lead' =
      subject.ownerAgencyId === officer.agencyId
        ? 'owner'
        : subject.leadAgencyId === officer.agencyId
          ? 'lead'
          : (furthest(openTo(subject.grants, officer, now)) ?? 'view')
    return {
      ...summary,
      version: subject.version,
      openedBy,
      withheld,
      summary: isOpen('summary') ? subject.summary : null,
      figures: isOpen('figures') ? await figuresOf(tx, subject.id) : null,
      events: isOpen('events') ? await eventsOf(tx, subject.id) : null,
      clues: await clueSummaries(tx, readable),
      isRestricted: subject.isRestricted,
      readers: subject.readers.flatMap(({ officerId }) => knowing.get(officerId) ?? []),
      my: { level, rule, because },
      can: {
        share: can('share'),
        passOn: can('passOn'),
        widen: can('widen'),
        addSection: can('addSection'),
        arrangeDossier: can('arrangeDossier'),
        recordFigure: can('recordFigure'),
        recordEvent: can('recordEvent'),
        takeStep: can('takeStep'),
        decideStep: can('decideStep'),
        reviewStep: can('reviewStep'),
        prepareHandoff: can('prepareHandoff'),
        handBack: can('handBack'),
        handOver: can('handOver'),
        giveOpinion: can('giveOpinion') && (await isOpinionDue(tx, hub.law, subject.id)),
        askAssistance: can('askAssistance'),
        readTrail: can('readTrail'),
        correct: can('correct'),
        proposeChange: can('proposeChange'),
        readDerivation: can('readDerivation'),
        readReview: Boolean(
          hub.policy.allows(officer, 'read', 'Review', { ...inRegister, agencyId: officer.agencyId }),
        ),
        readEvidence: Boolean(hub.policy.allows(officer, 'read', 'EvidenceItem', inRegister)),
      },
    }
  },
})
