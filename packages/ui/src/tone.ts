/** What a colour says: never more than one of these on one thing. */
export type Tone = 'neutral' | 'accent' | 'info' | 'ok' | 'warn' | 'danger'

export const toneText: Record<Tone, string> = {
  neutral: 'text-muted',
  accent: 'text-accent-text',
  info: 'text-info',
  ok: 'text-ok',
  warn: 'text-warn',
  danger: 'text-danger',
}

export const toneSoft: Record<Tone, string> = {
  neutral: 'bg-sunken text-muted',
  accent: 'bg-accent-soft text-accent-text',
  info: 'bg-info-soft text-info',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  danger: 'bg-danger-soft text-danger',
}
