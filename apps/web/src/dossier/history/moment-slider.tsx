import { Button } from '@lianban/ui'
import ChevronLeft from 'lucide-solid/icons/chevron-left'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import type { SectionHistory } from '../../app/api-types.ts'
import { officerLine } from '../../app/domain-badges.tsx'
import { formatDateTime } from '../../app/format.ts'
import { t } from './strings.ts'

/** Moves through the history, one sitting of an officer a step. */
export function MomentSlider(props: { history: SectionHistory; step: number; setStep: (step: number) => void }) {
  const sittings = () => props.history.sittings
  const sitting = () => sittings()[props.step]!
  const who = () =>
    sitting()
      .people.map((place) => props.history.people[place])
      .flatMap((person) => (person ? [officerLine(person)] : []))
      .join('、')
  const told = () => `${formatDateTime(sitting().to)} ${t('who', { who: who(), n: sitting().updates })}`
  return (
    <div class="flex flex-col gap-1">
      <div class="flex items-center gap-2">
        <Button
          size="sm"
          aria-label={t('earlier')}
          title={t('earlier')}
          disabled={props.step <= 0}
          icon={<ChevronLeft size={16} aria-hidden="true" />}
          onClick={() => props.setStep(props.step - 1)}
        />
        <input
          type="range"
          class="min-w-0 flex-1 accent-(--accent)"
          min={0}
          max={sittings().length - 1}
          step={1}
          value={props.step}
          aria-label={t('moment')}
          aria-valuetext={told()}
          onInput={(event) => props.setStep(event.currentTarget.valueAsNumber)}
        />
        <Button
          size="sm"
          aria-label={t('later')}
          title={t('later')}
          disabled={props.step >= sittings().length - 1}
          icon={<ChevronRight size={16} aria-hidden="true" />}
          onClick={() => props.setStep(props.step + 1)}
        />
      </div>
      <p class="flex flex-wrap items-baseline gap-x-3 text-sm">
        <span class="font-medium tabular-nums">{formatDateTime(sitting().to)}</span>
        <span>{t('who', { who: who(), n: sitting().updates })}</span>
        <span class="text-faint">{t('momentOf', { n: props.step + 1, total: sittings().length })}</span>
      </p>
    </div>
  )
}
