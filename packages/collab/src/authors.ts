import type { Author } from './store.ts'

type Binding = Author & { isSaved: boolean }

/** Which officer each Yjs client id of a room belongs to. Bound once, for good. */
export class Authors {
  readonly #bindings = new Map<number, Binding>()

  constructor(saved: ReadonlyMap<number, Author>) {
    for (const [clientId, author] of saved) this.#bindings.set(clientId, { ...author, isSaved: true })
  }

  isOf(clientId: number, author: Author): boolean {
    const bound = this.#bindings.get(clientId)
    return bound === undefined || (bound.officerId === author.officerId && bound.agencyId === author.agencyId)
  }

  /** Binds the client id unless it belongs to somebody else, which the answer tells. */
  claim(clientId: number, author: Author): boolean {
    if (!this.isOf(clientId, author)) return false
    if (!this.#bindings.has(clientId)) {
      this.#bindings.set(clientId, { officerId: author.officerId, agencyId: author.agencyId, isSaved: false })
    }
    return true
  }

  /** Takes over what another process bound durably; a claim here that is not durable yet came second. */
  adopt(clientId: number, { officerId, agencyId }: Author): void {
    if (!this.#bindings.get(clientId)?.isSaved) this.#bindings.set(clientId, { officerId, agencyId, isSaved: true })
  }

  unsaved(clientIds: readonly number[]): number[] {
    return clientIds.filter((clientId) => !this.#bindings.get(clientId)?.isSaved)
  }

  markSaved(clientIds: readonly number[]): void {
    for (const clientId of clientIds) {
      const bound = this.#bindings.get(clientId)
      if (bound) bound.isSaved = true
    }
  }
}
