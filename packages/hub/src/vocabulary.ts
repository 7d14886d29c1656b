import type { Vocabulary } from '@lianban/policy'
import { agencyVocabulary, roles } from './agencies/index.ts'
import { agreementVocabulary } from './agreements/index.ts'
import { caseVocabulary } from './cases/index.ts'
import { clueVocabulary } from './clues/index.ts'
import { sectionVocabulary } from './dossiers/index.ts'
import { grantVocabulary } from './grants/index.ts'
import { handoffVocabulary } from './handoffs/index.ts'

/** Everything a permission rule of the hub may speak of. */
export const vocabulary: Vocabulary = {
  roles,
  subjects: {
    Agency: agencyVocabulary,
    Agreement: agreementVocabulary,
    Clue: clueVocabulary,
    Case: caseVocabulary,
    Grant: grantVocabulary,
    Section: sectionVocabulary,
    Handoff: handoffVocabulary,
  },
}
