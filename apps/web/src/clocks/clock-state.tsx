import { Badge } from '@lianban/ui'
import CircleCheck from 'lucide-solid/icons/circle-check'
import CirclePause from 'lucide-solid/icons/circle-pause'
import Hourglass from 'lucide-solid/icons/hourglass'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { Dynamic } from 'solid-js/web'
import type { StatutoryClock } from '../app/api-types.ts'
import { clockTone } from './clock-tone.ts'
import { t } from './texts.ts'

type State = StatutoryClock['state']

const icons: Record<State, typeof Hourglass> = {
  running: Hourglass,
  warned: Hourglass,
  overdue: TriangleAlert,
  escalated: TriangleAlert,
  paused: CirclePause,
  unreckoned: TriangleAlert,
  met: CircleCheck,
  late: TriangleAlert,
  withdrawn: CirclePause,
}

/** Where a clock stands: a word, its picture and its colour. */
export function ClockState(props: { state: State }) {
  return (
    <Badge tone={clockTone[props.state]} icon={<Dynamic component={icons[props.state]} size={12} />}>
      {t(`state.${props.state}`)}
    </Badge>
  )
}
