import { NoRoomError } from './sending.ts'

/** An answer of the server that is no call of a procedure: its refusal comes like that of any other deed. */
export async function orRefused(response: Response): Promise<Response> {
  if (response.ok) return response
  if (response.status === 507) throw new NoRoomError()
  const data = response.status === 401 ? { code: 'UNAUTHORIZED' } : ((await response.json()) as object)
  throw Object.assign(new Error('refused'), { data })
}
