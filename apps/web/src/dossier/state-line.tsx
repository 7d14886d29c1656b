import Check from 'lucide-solid/icons/check'
import CloudOff from 'lucide-solid/icons/cloud-off'
import Eye from 'lucide-solid/icons/eye'
import LoaderCircle from 'lucide-solid/icons/loader-circle'
import LockKeyhole from 'lucide-solid/icons/lock-keyhole'
import { Dynamic } from 'solid-js/web'
import type { StateLine } from './save-state.ts'
import { t } from './strings.ts'

const looks = {
  connecting: [LoaderCircle, 'text-muted'],
  saved: [Check, 'text-ok'],
  saving: [LoaderCircle, 'text-muted'],
  offline: [CloudOff, 'text-warn'],
  offlineWithEdits: [CloudOff, 'text-warn'],
  offlineKept: [CloudOff, 'text-warn'],
  offlineCopy: [CloudOff, 'text-warn'],
  readOnly: [Eye, 'text-muted'],
  damagedReadOnly: [Eye, 'text-danger'],
  signedOut: [LockKeyhole, 'text-danger'],
  recalled: [LockKeyhole, 'text-danger'],
  setAside: [LockKeyhole, 'text-danger'],
  damaged: [LockKeyhole, 'text-danger'],
  refused: [LockKeyhole, 'text-danger'],
  tooSlow: [CloudOff, 'text-danger'],
  tooFast: [CloudOff, 'text-danger'],
  tooLarge: [CloudOff, 'text-danger'],
  ended: [CloudOff, 'text-danger'],
} as const

/** Whether what is on the screen is also on the hub's disk; read aloud when it changes. */
export function SavedLine(props: { line: StateLine }) {
  const isTurning = () => props.line === 'connecting' || props.line === 'saving'
  return (
    <p role="status" data-state={props.line} class={`flex items-center gap-1.5 text-sm ${looks[props.line][1]}`}>
      <Dynamic
        component={looks[props.line][0]}
        size={14}
        class={`shrink-0 ${isTurning() ? 'animate-spin' : ''}`}
        aria-hidden="true"
      />
      {t(`state.${props.line}`)}
    </p>
  )
}
