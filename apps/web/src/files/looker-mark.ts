import { agencyShort, postName } from '../app/domain-badges.tsx'
import { formatDateTime } from '../app/format.ts'
import { namedOnce } from '../app/named-once.ts'
import { useSession } from '../app/session.tsx'

/** Who looks at a file, and when: what is written across it. */
export function createLookerMark(): () => string {
  const session = useSession()
  return () => {
    const { officer } = session()
    return `${namedOnce(agencyShort(officer.agency), postName(officer))} ${formatDateTime(new Date().toISOString())}`
  }
}
