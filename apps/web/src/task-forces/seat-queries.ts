import { api } from '../app/api.ts'

export const agenciesQuery = () => ({ queryKey: ['agencies'], queryFn: () => api.agencies.list.query() })

/** The posts of an agency that may be seated by name; none where there is no agreement. */
export const postsQuery = (agencyId: string) => ({
  queryKey: ['agencies', 'posts', agencyId],
  queryFn: () => api.agencies.posts.query({ agencyId }),
  enabled: agencyId !== '',
})
