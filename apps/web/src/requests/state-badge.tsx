import { Badge, type Tone } from '@lianban/ui'
import type { AccessRequest } from '../app/api-types.ts'
import { t } from './texts.ts'

const tones: Record<AccessRequest['state'], Tone> = {
  waiting: 'info',
  granted: 'ok',
  declined: 'danger',
  withdrawn: 'neutral',
  lapsed: 'neutral',
}

export function StateBadge(props: { state: AccessRequest['state'] }) {
  return <Badge tone={tones[props.state]}>{t(`state.${props.state}`)}</Badge>
}
