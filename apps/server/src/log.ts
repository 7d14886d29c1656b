import { type DestinationStream, type Logger, pino } from 'pino'

/** The process log, one JSON object a line; only what faultOf and the routes let through may go into it. */
export const makeLog = (level: string, into?: DestinationStream): Logger => pino({ level }, ...(into ? [into] : []))

export const quietLog: Logger = makeLog('silent')
