import { useQuery } from '@tanstack/solid-query'
import { api } from '../app/api.ts'
import { useSession } from '../app/session.tsx'

/** The posts of the officer's own agency, fetched once they are needed. */
export function createOwnPosts(isNeeded: () => boolean) {
  const session = useSession()
  const agencyId = () => session().officer.agency.id
  const posts = useQuery(() => ({
    queryKey: ['agencies', 'posts', agencyId()],
    queryFn: () => api.agencies.posts.query({ agencyId: agencyId() }),
    enabled: isNeeded(),
  }))
  return () => posts.data?.items ?? []
}
