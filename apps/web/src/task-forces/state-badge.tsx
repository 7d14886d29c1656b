import { Badge, type Tone } from '@lianban/ui'
import type { TaskForceRow } from '../app/api-types.ts'
import { type ForceState, forceState } from './force-state.ts'
import { t } from './texts.ts'

const tones: Readonly<Record<ForceState, Tone>> = {
  active: 'ok',
  ending: 'warn',
  over: 'neutral',
  dissolved: 'neutral',
}

export function ForceStateBadge(props: { force: Pick<TaskForceRow, 'state' | 'isActive' | 'until'> }) {
  const state = () => forceState(props.force, new Date())
  return <Badge tone={tones[state()]}>{t(`state.${state()}`)}</Badge>
}
