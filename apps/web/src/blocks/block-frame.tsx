import type { Bound } from '@lianban/dossier'
import type { JSX } from 'solid-js'
import { t } from './strings.ts'

/** What a block shows, under the kind of record it is and above where it is from. */
export function BlockFrame(props: { kind: Bound['kind']; note: JSX.Element; children: JSX.Element }) {
  return (
    <>
      <p class="text-faint text-xs">{t(`kind.${props.kind}`)}</p>
      <div class="whitespace-pre-wrap">{props.children}</div>
      <div class="mt-0.5 text-muted text-xs leading-5">{props.note}</div>
    </>
  )
}
