import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { type Accessor, createEffect } from 'solid-js'
import { api } from '../app/api.ts'
import type { Handoff } from '../app/api-types.ts'
import { live } from '../app/query-client.ts'

/** Looks every few seconds, by a read that is not logged, whether the other side moved, and reads the handoff again only then. */
export function createHandoffWatch(handoff: Accessor<Handoff>): void {
  const queries = useQueryClient()
  const listed = useQuery(() => ({
    queryKey: ['handoffs', 'list', 'case', handoff().caseId ?? handoff().clueId],
    queryFn: () => api.handoffs.list.query(ofRecord(handoff())),
    ...live,
  }))
  createEffect(() => {
    const { id, version } = handoff()
    const row = listed.isSuccess ? listed.data?.items.find((each) => each.id === id) : undefined
    if (row && row.version > version)
      void queries.invalidateQueries({ queryKey: ['handoffs', id], exact: true }, { cancelRefetch: false })
  })
}

const ofRecord = ({ caseId, clueId }: Handoff) => ({
  box: 'case' as const,
  ...(caseId && { caseId }),
  ...(clueId && { clueId }),
})
