import type { Tx } from '@lianban/db'
import type { SectionId, SuggestionId } from '@lianban/kernel'
import { and, asc, eq, type SQL } from 'drizzle-orm'
import { unlessTaken } from '../unless-taken.ts'
import { suggestionDecided } from './refusals.ts'
import { suggestionDecisions, suggestions } from './table.ts'

/** The suggestions of a section with what became of each, oldest first. */
export const suggestionsIn = (tx: Tx, sectionId: SectionId, ...wanted: SQL[]) =>
  tx
    .select({ suggestion: suggestions, decision: suggestionDecisions })
    .from(suggestions)
    .leftJoin(suggestionDecisions, eq(suggestionDecisions.suggestionId, suggestions.id))
    .where(and(eq(suggestions.sectionId, sectionId), ...wanted))
    .orderBy(asc(suggestions.proposedAt), asc(suggestions.id))
    .limit(500)

export const oneSuggestion = (tx: Tx, sectionId: SectionId, id: SuggestionId) =>
  suggestionsIn(tx, sectionId, eq(suggestions.id, id)).then(([found]) => found)

export const insertSuggestions = async (tx: Tx, rows: (typeof suggestions.$inferInsert)[]): Promise<void> =>
  void (await tx.insert(suggestions).values(rows))

export const insertOutcome = (tx: Tx, decision: typeof suggestionDecisions.$inferInsert) =>
  unlessTaken('section_suggestion_decisions_pkey', suggestionDecided, tx.insert(suggestionDecisions).values(decision))
