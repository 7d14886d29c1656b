import { ButtonLink, Panel } from '@lianban/ui'
import type { UseQueryResult } from '@tanstack/solid-query'
import type { EvidenceItem } from '../app/api-types.ts'
import { Loaded } from '../app/loaded.tsx'
import type { ReviewItem } from './items-in.ts'
import type { Spot } from './spot.ts'
import { t } from './texts.ts'
import { Viewer } from './viewer.tsx'

/** One item beside the matrix: what it is, and its files to look at. */
export function ItemReview(props: {
  caseId: string
  item: ReviewItem
  found: UseQueryResult<EvidenceItem, Error>
  looking: Spot | undefined
  look: (spot: Spot | undefined) => void
  move: (spot: Spot | undefined) => void
}) {
  return (
    <Panel
      title={`${t('number', { n: props.item.number })} ${props.item.name}`}
      actions={
        <ButtonLink size="sm" href={`/cases/${props.caseId}/evidence/${props.item.id}`}>
          {t('openItem')}
        </ButtonLink>
      }
    >
      <Loaded query={props.found} compact rows={3}>
        {(item) => <Viewer item={item()} looking={props.looking} look={props.look} move={props.move} />}
      </Loaded>
    </Panel>
  )
}
