/** A fault as the log may keep it. A failed query's own message carries its parameters, which are content: only its cause is told. */
export function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const query = error.name === 'DrizzleQueryError' || 'query' in error
  const cause = query && error.cause instanceof Error ? error.cause : error
  const { code, table, constraint } = cause as { code?: string; table?: string; constraint?: string }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return {
    name: cause.name,
    ...(query && cause === error ? {} : { message: cause.message }),
    ...(code && { code }),
    ...(table && { table }),
    ...(constraint && { constraint }),
    frames: frames.slice(0, 8).map((line) => line.trim()),
  }
}
