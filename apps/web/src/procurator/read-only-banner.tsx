import { Notice } from '@lianban/ui'
import Eye from 'lucide-solid/icons/eye'
import Scale from 'lucide-solid/icons/scale'
import type { Case } from '../app/api-types.ts'
import { agencyShort } from '../app/domain-badges.tsx'
import { t } from '../cases/strings.ts'

/** Says before anything is tried that nothing can be changed here, and why. */
export function ReadOnlyBanner(props: { as: 'procurator' | 'viewer'; record: Case }) {
  return (
    <div class="mb-4" data-read-only={props.as}>
      <Notice
        tone={props.as === 'procurator' ? 'warn' : 'neutral'}
        title={t(`banner.${props.as}`)}
        icon={props.as === 'procurator' ? <Scale size={16} /> : <Eye size={16} />}
      >
        {t(`banner.${props.as}Text`, { agency: agencyShort(props.record.ownerAgency) })}
      </Notice>
    </div>
  )
}
