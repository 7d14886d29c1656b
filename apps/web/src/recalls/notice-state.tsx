import { Badge, type Tone } from '@lianban/ui'
import { word } from '../app/enums.ts'

const tones: Readonly<Record<string, Tone>> = { waiting: 'info', overdue: 'danger', acknowledged: 'ok' }

export function NoticeStateBadge(props: { state: string }) {
  return <Badge tone={tones[props.state]}>{word('noticeState', props.state)}</Badge>
}

export function NoticeKindBadge(props: { kind: string }) {
  return <Badge tone={props.kind === 'recall' ? 'warn' : 'neutral'}>{word('noticeKind', props.kind)}</Badge>
}
