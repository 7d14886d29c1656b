type Told = Readonly<Record<string, unknown>>

/**
 * A fault as the log may keep it. Messages that quote what somebody wrote are left out: a failed query's own, which
 * carries its parameters, those of Postgres about a value, and those of a parser.
 */
export function faultOf(error: unknown, depth = 0): Told {
  if (!(error instanceof Error)) return { name: typeof error }
  if (isQuery(error) && error.cause instanceof Error)
    return { ...faultOf(error.cause, depth + 1), frames: framesOf(error) }
  const { code, table, constraint } = error as { code?: string; table?: string; constraint?: string }
  return {
    name: error.name,
    ...(!quotes(error, code) && { message: error.message }),
    ...(code && { code }),
    ...(table && { table }),
    ...(constraint && { constraint }),
    ...(error.cause instanceof Error && depth < 3 && { cause: faultOf(error.cause, depth + 1) }),
    ...(depth === 0 && { frames: framesOf(error) }),
  }
}

const isQuery = (error: Error): boolean => error.name === 'DrizzleQueryError' || 'query' in error

const quotes = (error: Error, code: unknown): boolean =>
  isQuery(error) || error instanceof SyntaxError || (typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code))

/** Where it happened. The message goes first, since a line of it may look like a place. */
const framesOf = ({ stack = '', message }: Error): string[] =>
  stack
    .replace(message, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 8)
