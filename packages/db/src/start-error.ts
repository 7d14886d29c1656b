import type { Sentence } from '@lianban/kernel'

export type StartProblem =
  | 'port-taken'
  | 'folder-unwritable'
  | 'folder-damaged'
  | 'unshare-missing'
  | 'unshare-forbidden'
  | 'binaries-missing'
  | 'other-version'
  | 'server-failed'
  | 'migration-changed'
  | 'migration-out-of-order'
  | 'migration-failed'
  | 'database-newer'
  | 'program-too-strong'

/** Why the program cannot start on its database, in one sentence an administrator can act on. */
export class StartError extends Error {
  readonly problem: StartProblem
  readonly sentence: Sentence

  constructor(problem: StartProblem, sentence: Sentence, cause?: unknown) {
    super(sentence.en, cause === undefined ? undefined : { cause })
    this.name = 'StartError'
    this.problem = problem
    this.sentence = sentence
  }
}
