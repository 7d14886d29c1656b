import { TRPCClientError } from '@trpc/client'

/** Carries an act out; an answer that it has been done before (one of these refusal codes) is as good. */
export async function unlessRefused(codes: readonly string[], act: Promise<unknown>): Promise<void> {
  try {
    await act
  } catch (error) {
    const code = refusalCode(error)
    if (!code || !codes.includes(code)) throw error
  }
}

function refusalCode(error: unknown): string | undefined {
  if (!(error instanceof TRPCClientError)) return undefined
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('refusal' in data)) return undefined
  const { refusal } = data
  if (typeof refusal !== 'object' || refusal === null || !('code' in refusal)) return undefined
  return typeof refusal.code === 'string' ? refusal.code : undefined
}
