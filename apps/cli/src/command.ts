import type { Sentence } from '@lianban/kernel'

/** Where a command reads its settings and writes its lines. */
export type Surroundings = {
  readonly env: Readonly<Record<string, string | undefined>>
  print(line: string): void
  complain(line: string): void
}

/** One word of `lianban`. Exit codes: 0 as it should be, 1 something is wrong with what was looked at, 2 wrongly called. */
export type Command = {
  readonly summary: Sentence
  readonly usage: string
  readonly options: readonly (readonly [name: string, meaning: Sentence])[]
  run(args: readonly string[], surroundings: Surroundings): Promise<0 | 1>
}

/** Called with something that cannot be carried out: told in a sentence, with exit code 2. */
export class UsageError extends Error {
  readonly sentence: Sentence

  constructor(sentence: Sentence) {
    super(sentence.en)
    this.name = 'UsageError'
    this.sentence = sentence
  }
}

export const bothLines = ({ zh, en }: Sentence): string => `${zh}\n${en}`
