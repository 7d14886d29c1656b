import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { type Accessor, createEffect, on } from 'solid-js'
import { api } from '../app/api.ts'
import { live } from '../app/query-client.ts'
import { caseSign } from './case-sign.ts'

/** A change this window made itself has just brought the record anew: reading it twice would be logged twice. */
const justRead = 3_000

/**
 * Looks every few seconds whether others changed a case, by the reads that are not logged, and has the record read
 * again only then. Once a right is gone it asks no further.
 */
export function createCaseWatch(caseId: Accessor<string>): void {
  const queries = useQueryClient()
  const watch = useQuery(() => ({
    queryKey: ['cases', caseId(), 'watch'],
    async queryFn() {
      const id = caseId()
      const grants = await api.grants.list.query({ record: { kind: 'Case', id } })
      const [outline, handoffs] = await Promise.all([
        api.dossier.outline.query({ caseId: id }),
        api.handoffs.list.query({ box: 'case', caseId: id }),
      ])
      return caseSign({ grants: grants.items, sections: outline.sections, handoffs: handoffs.items })
    },
    ...live,
  }))
  const sign = () => (watch.isError ? 'refused' : watch.isSuccess ? watch.data : undefined)
  createEffect(
    on(sign, (now, before) => {
      if (now === before || before === undefined) return
      const id = caseId()
      const read = queries.getQueryState(['cases', id])?.dataUpdatedAt ?? 0
      if (Date.now() - read > justRead) void queries.invalidateQueries({ queryKey: ['cases', id], exact: true })
      for (const queryKey of [
        ['cases', id, 'outline'],
        ['grants', 'list', 'Case', id],
        ['handoffs', 'list', 'case', id],
        ['access', 'Case', id],
      ])
        void queries.invalidateQueries({ queryKey })
    }),
  )
}
