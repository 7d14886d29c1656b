import type { Refusal } from '@lianban/kernel'
import { DrizzleQueryError } from 'drizzle-orm'

/** Carries an insert out; what must be unique and is taken, be it a moment ago, is an answer and not a fault. */
export async function unlessTaken<Output>(
  constraint: string,
  refusal: () => Refusal,
  insert: PromiseLike<Output>,
): Promise<Output> {
  try {
    return await insert
  } catch (error) {
    const cause = error instanceof DrizzleQueryError ? error.cause : undefined
    if (cause && 'constraint' in cause && cause.constraint === constraint) throw refusal()
    throw error
  }
}
