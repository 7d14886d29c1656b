import type { ClueForm } from './clue-form.ts'
import { t } from './texts.ts'

/** What is wrong with a field, in words, once the officer has been to it. */
export function problemText(form: ClueForm, field: string): string | undefined {
  const problem = form.problemAt(field)
  return problem && t(`problem.${problem}`)
}
