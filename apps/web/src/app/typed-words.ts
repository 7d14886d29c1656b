import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Words as they are typed, handed on once the typing rests. */
export function createTypedWords(options: { initial: string; rest?: number; onRest: (words: string) => void }): {
  words: Accessor<string>
  type: (words: string) => void
} {
  const [words, setWords] = createSignal(options.initial)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  return {
    words,
    type(typed) {
      setWords(typed)
      clearTimeout(timer)
      timer = setTimeout(() => options.onRest(typed.trim()), options.rest ?? 250)
    },
  }
}
