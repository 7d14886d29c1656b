import { Badge, type Tone } from '@lianban/ui'
import { word } from '../app/enums.ts'

const tones: Readonly<Record<string, Tone>> = { confirmed: 'ok', refuted: 'danger', undecided: 'warn' }

export function VerdictBadge(props: { verdict: string }) {
  return <Badge tone={tones[props.verdict]}>{word('verdict', props.verdict)}</Badge>
}
