/** What stands in a copy is not what the log says now: one of the two was rewritten. */
export class CopyDiffers extends Error {
  readonly path: string

  constructor(path: string) {
    super(`the copy of the log differs from the log: ${path}`)
    this.name = 'CopyDiffers'
    this.path = path
  }
}
