/**
 * How the processes that serve the same rooms talk to each other. What they say is only a hint that the store has news, or
 * where somebody's cursor stands: a lost word costs seconds and never an update.
 */
export type Relay = {
  /** This process, to the others. */
  readonly server: string
  /** The store itself tells of its commits, so the rooms need not. */
  readonly tellsCommits: boolean
  publish(words: string): Promise<void>
  /** Hears the others, and is told when something may have been missed. Called once. */
  listen(ears: { heard(words: string): void; resumed(): void }): Promise<void>
  close(): Promise<void>
}
