import { Badge, type Tone } from '@lianban/ui'
import type { AssistanceListed } from '../app/api-types.ts'
import { said } from '../app/i18n/index.ts'

const tones: Record<AssistanceListed['state'], Tone> = {
  drafted: 'neutral',
  dropped: 'neutral',
  sent: 'info',
  open: 'accent',
  refused: 'danger',
  contested: 'warn',
  replied: 'ok',
  closed: 'neutral',
}

export const AssistanceBadge = (props: { request: Pick<AssistanceListed, 'state' | 'standingWords'> }) => (
  <Badge tone={tones[props.request.state]}>{said(props.request.standingWords)}</Badge>
)

/** Red where two hours were asked. */
export const UrgencyBadge = (props: { request: Pick<AssistanceListed, 'urgency' | 'urgencyWords'> }) => (
  <Badge
    tone={props.request.urgency === 'hours_2' ? 'danger' : props.request.urgency === 'hours_24' ? 'warn' : 'neutral'}
  >
    {said(props.request.urgencyWords)}
  </Badge>
)
