import { formatNumber } from '../../app/format.ts'
import { t } from './strings.ts'

/** How far the log of a long section has been gone through. */
export function ReplayProgress(props: { done: number; total: number }) {
  return (
    <div role="status" class="flex flex-col gap-1.5 py-2">
      <p class="text-muted text-sm">
        {t('replaying', { done: formatNumber(props.done), total: formatNumber(props.total) })}
      </p>
      <progress class="h-1.5 w-full accent-(--accent)" max={props.total} value={props.done} aria-label={t('replay')} />
    </div>
  )
}
