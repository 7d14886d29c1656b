import { showToast } from '@lianban/ui'
import { useQueryClient } from '@tanstack/solid-query'
import { api } from '../app/api.ts'
import { t as shared } from '../app/i18n/index.ts'
import { readRefusal } from '../app/refusal.ts'
import { createDeed } from '../cases/deed.ts'

/** Puts sections in another place; a refusal is said, and the outline read again either way. */
export function createOrder(caseId: () => string) {
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: ['cases', caseId(), 'outline'] })
  const moving = createDeed({
    send: (given: { sectionId: string; toPosition: number }, submissionId) =>
      api.dossier.arrange.mutate({ ...given, caseId: caseId(), submissionId }),
    done: refresh,
  })
  return {
    async move(sectionId: string, toPosition: number) {
      await moving.run({ sectionId, toPosition })
      const refused = moving.error()
      if (!refused) return
      showToast({ title: readRefusal(refused).sentence, tone: 'danger', closeLabel: shared('close') })
      await refresh()
    },
  }
}
