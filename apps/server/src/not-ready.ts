import type { Sentence } from '@lianban/kernel'

/** Why the process cannot start, in one sentence that says what to do. */
export class NotReady extends Error {
  readonly sentence: Sentence

  constructor(sentence: Sentence, cause?: unknown) {
    super(sentence.en, cause === undefined ? undefined : { cause })
    this.name = 'NotReady'
    this.sentence = sentence
  }
}

/** An address to listen on, and the variable that names its port. */
type Wanted = { readonly port: number; readonly setting: string }

export const portTaken = ({ port, setting }: Wanted, cause: unknown): NotReady =>
  new NotReady(
    {
      zh: `端口 ${port} 已被占用。请关闭占用它的程序，或用 ${setting} 换一个端口，例如 ${setting}=${port + 100}。`,
      en: `Port ${port} is in use. Stop the program that uses it, or choose another, such as ${setting}=${port + 100}.`,
    },
    cause,
  )

/** What an address that cannot be listened on means; any other error stays what it is. */
export function portProblem(error: unknown, wanted: Wanted & { readonly host: string }): unknown {
  const { code } = error as { code?: string }
  if (code === 'EADDRINUSE') return portTaken(wanted, error)
  if (code !== 'EACCES' && code !== 'EADDRNOTAVAIL' && code !== 'ENOTFOUND') return error
  const { port, host, setting } = wanted
  return new NotReady(
    {
      zh: `无法在 ${host} 的端口 ${port} 上监听（${code}）。请检查 HOST 与 ${setting}。`,
      en: `Cannot listen on port ${port} of ${host} (${code}). Check HOST and ${setting}.`,
    },
    error,
  )
}
