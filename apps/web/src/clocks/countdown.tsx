import { Badge } from '@lianban/ui'
import type { StatutoryClock } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'
import { clockTone } from './clock-tone.ts'
import { createNow } from './now.ts'
import { remainingWords } from './remaining-words.ts'

/** What runs out next, in a row of a list: the article, and how long is left. */
export function Countdown(props: { clock: StatutoryClock }) {
  const now = createNow()
  return (
    <span class="flex flex-col items-start gap-0.5">
      <Badge tone={clockTone[props.clock.state]}>{remainingWords(props.clock, now())}</Badge>
      <span class="text-muted text-xs">
        {said(props.clock.title)}
        <span class="block">{props.clock.basis.map(said).join('、')}</span>
      </span>
    </span>
  )
}
