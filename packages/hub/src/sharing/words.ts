import type { Sentence } from '@lianban/kernel'
import { actsByName } from '../acts-by-name.ts'
import { caseWords } from '../cases/index.ts'
import { clueWords } from '../clues/index.ts'
import type { RecordKind } from '../grants/index.ts'

/** Every act that a share can bring, in the words of the vocabulary. */
const given = (kind: RecordKind, actions: Readonly<Record<string, Sentence>>): Record<string, Sentence> =>
  Object.fromEntries(Object.entries(actions).filter(([action]) => !actsByName[kind]?.includes(action)))

/** What each act means to an officer, as the sharing preview and the access panel say it. */
export const actionWords: Record<RecordKind, Record<string, Sentence>> = {
  Case: { ...given('Case', caseWords.actions), write: { zh: '编写卷宗', en: 'write the dossier' } },
  Clue: given('Clue', clueWords.actions),
}
