import { showToast } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { t as shared } from '../app/i18n/index.ts'

/** What follows a deed on evidence: the register, the item, the clocks and the desk are read again, and it is said. */
export function createDone(close: () => void): (title: string) => void {
  const queries = useQueryClient()
  return (title) => {
    for (const key of ['evidence', 'clocks', 'desk']) void queries.invalidateQueries({ queryKey: [key] })
    close()
    showToast({ title, tone: 'ok', closeLabel: shared('close') })
  }
}
