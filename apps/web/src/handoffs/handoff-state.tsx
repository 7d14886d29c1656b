import { Badge, type Tone } from '@lianban/ui'
import { type HandoffState, handoffStates } from './ladder.ts'
import { t } from './strings.ts'

const tones: Record<HandoffState, Tone> = {
  prepared: 'neutral',
  dispatched: 'info',
  signed_for: 'accent',
  accepted: 'ok',
  returned: 'danger',
  cancelled: 'neutral',
}

/** Where a handoff stands, and whose move is next. */
export function HandoffStateBadge(props: { state: string }) {
  const known = () => handoffStates.find((state) => state === props.state)
  return <Badge tone={tones[known() ?? 'prepared']}>{known() ? t(`state.${known()!}`) : props.state}</Badge>
}
