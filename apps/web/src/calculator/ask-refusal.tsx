import { Notice } from '@lianban/ui'
import { createMemo, For } from 'solid-js'
import { readRefusal } from '../app/refusal.ts'

type Issue = { readonly message: string }

/** Why it could not be worked out, with what to correct. */
export function AskRefusal(props: { error: unknown }) {
  const refusal = createMemo(() => readRefusal(props.error))
  const issues = () => (Array.isArray(refusal().facts.issues) ? (refusal().facts.issues as Issue[]) : [])
  return (
    <div role="alert">
      <Notice tone="danger" title={refusal().sentence}>
        <p>{refusal().nextStep}</p>
        <ul class="list-disc pl-5">
          <For each={issues()}>{({ message }) => <li>{message}</li>}</For>
        </ul>
      </Notice>
    </div>
  )
}
