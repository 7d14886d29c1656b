import type { Sentence } from '@lianban/kernel'

/** Why the process cannot start, in one sentence that says what to do. */
export class NotReady extends Error {
  readonly sentence: Sentence

  constructor(sentence: Sentence, cause?: unknown) {
    super(sentence.en, cause === undefined ? undefined : { cause })
    this.name = 'NotReady'
    this.sentence = sentence
  }
}
