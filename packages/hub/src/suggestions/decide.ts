import { SectionId, SuggestionId } from '@lianban/kernel'
import { z } from 'zod'
import { text } from '../classification.ts'
import { command } from '../command.ts'
import { findSection } from '../dossiers/index.ts'
import { applySuggestion } from './apply.ts'
import { noSuchSuggestion, notYourSuggestion, suggestionDecided } from './refusals.ts'
import { insertOutcome, oneSuggestion } from './store.ts'

const one = { sectionId: SectionId, suggestionId: SuggestionId, note: text(500) }

/**
 * Whoever writes the section accepts one suggestion or rejects it. What is accepted becomes an edit of the officer who
 * accepts, saved together with the acceptance; here it stands who had proposed it.
 */
export const decideSuggestion = command({
  name: 'section.decideSuggestion',
  on: 'Section',
  action: 'write',
  input: z.object({ ...one, outcome: z.enum(['accepted', 'rejected']) }),
  about: ({ sectionId }) => sectionId,
  subject: ({ tx, input }) => findSection(tx, input.sectionId, { lock: true }),
  async run({ input, subject, officer, sessionId, tx, now, hub }) {
    const { suggestionId, outcome, note } = input
    const found = await oneSuggestion(tx, subject.id, suggestionId)
    if (!found) throw noSuchSuggestion()
    if (found.decision) throw suggestionDecided()
    await insertOutcome(tx, { suggestionId, outcome, note, decidedBy: officer.id, decidedAt: now })
    if (outcome === 'accepted') await applySuggestion({ tx, hub, now, officer, sessionId }, found.suggestion)
    return { suggestionId, outcome, proposedBy: found.suggestion.proposedBy, agencyId: found.suggestion.agencyId }
  },
  facts: ({ input }) => ({ decision: input.outcome }),
})

/** The agency that suggested something takes it back before anybody has decided. */
export const withdrawSuggestion = command({
  name: 'section.withdrawSuggestion',
  on: 'Section',
  action: 'comment',
  input: z.object({ sectionId: SectionId, suggestionId: SuggestionId }),
  about: ({ sectionId }) => sectionId,
  subject: ({ tx, input }) => findSection(tx, input.sectionId, { lock: true }),
  async run({ input, subject, officer, tx, now }) {
    const { suggestionId } = input
    const found = await oneSuggestion(tx, subject.id, suggestionId)
    if (!found) throw noSuchSuggestion()
    if (found.suggestion.agencyId !== officer.agencyId) throw notYourSuggestion()
    if (found.decision) throw suggestionDecided()
    await insertOutcome(tx, { suggestionId, outcome: 'withdrawn', note: '', decidedBy: officer.id, decidedAt: now })
    return { suggestionId }
  },
})
