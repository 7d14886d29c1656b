import { execFile } from 'node:child_process'

/** What a scanner says of a file: nothing found, or what. */
export type Scanned = { readonly isClean: true } | { readonly isClean: false; readonly found: string }

export type Scan = (path: string) => Promise<Scanned>

const patienceMs = 10 * 60_000

/**
 * A scanner that is a program, as clamdscan is: called with the path as its last argument, it ends with 0 for clean and 1 for
 * found. Anything else is a fault, and a file that could not be scanned is not taken.
 */
export const scanWith =
  (program: string, args: readonly string[] = []): Scan =>
  (path) =>
    new Promise((resolve, reject) => {
      execFile(program, [...args, path], { timeout: patienceMs }, (error, output) => {
        if (!error) resolve({ isClean: true })
        else if (error.code === 1) resolve({ isClean: false, found: output.trim().split('\n')[0]?.slice(0, 200) ?? '' })
        else reject(new Error('the scanner could not be asked', { cause: error }))
      })
    })
