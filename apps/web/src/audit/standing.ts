import { useQuery } from '@tanstack/solid-query'
import { api } from '../app/api.ts'
import { live } from '../app/query-client.ts'

/** How the log stands with its witnesses, asked for again while it is looked at: an alarm is not to wait for a reload. */
export const createStanding = () =>
  useQuery(() => ({ queryKey: ['audit', 'witnesses'], queryFn: () => api.audit.witnesses.query({}), ...live }))
