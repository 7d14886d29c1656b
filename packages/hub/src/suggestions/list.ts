import { SectionId } from '@lianban/kernel'
import { z } from 'zod'
import { officerCards } from '../agencies/index.ts'
import { findSection } from '../dossiers/index.ts'
import { find } from '../query.ts'
import { suggestionsIn } from './store.ts'

/** What was suggested for a section and what became of it, for whoever may read it. */
export const listSuggestions = find({
  name: 'section.suggestions',
  on: 'Section',
  input: z.strictObject({ sectionId: SectionId }),
  about: ({ sectionId }) => sectionId,
  isLogged: false,
  subject: ({ tx, input }) => findSection(tx, input.sectionId),
  async run({ subject, officer, tx, hub }) {
    const rows = await suggestionsIn(tx, subject.id)
    const posts = await officerCards(
      tx,
      rows.flatMap(({ suggestion, decision }) => [suggestion.proposedBy, ...(decision ? [decision.decidedBy] : [])]),
    )
    const can = (action: string) => Boolean(hub.policy.allows(officer, action, 'Section', subject))
    return {
      can: { suggest: can('comment'), decide: can('write') },
      items: rows.map(({ suggestion, decision }) => ({
        id: suggestion.id,
        anchor: suggestion.anchor,
        seen: suggestion.seen,
        proposed: suggestion.proposed,
        reason: suggestion.reason,
        officer: posts.get(suggestion.proposedBy)!,
        proposedAt: suggestion.proposedAt,
        state: decision?.outcome ?? ('open' as const),
        decidedBy: (decision && posts.get(decision.decidedBy)) ?? null,
        decidedAt: decision?.decidedAt ?? null,
        note: decision?.note ?? null,
        canWithdraw: !decision && suggestion.agencyId === officer.agencyId && can('comment'),
      })),
    }
  },
})
