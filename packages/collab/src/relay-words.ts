import type { PresenceState } from './messages.ts'
import type { Author } from './store.ts'

export type PresentElsewhere = Author & PresenceState

/** What processes tell each other. The first is also written by the database, in migrations/0030_rooms_together.sql. */
export type Words =
  | {
      readonly kind: 'saved'
      readonly server: string
      readonly first: number
      readonly last: number
      readonly roomIds?: readonly string[]
    }
  | { readonly kind: 'here' | 'hello' | 'look'; readonly server: string }
  | { readonly kind: 'who'; readonly server: string; readonly roomId: string }
  | {
      readonly kind: 'presence'
      readonly server: string
      readonly rooms: Readonly<Record<string, readonly PresentElsewhere[]>>
    }

export function written(words: Words): string {
  if (words.kind === 'saved')
    return ['saved', words.server, words.first, words.last, ...(words.roomIds ? [words.roomIds.join()] : [])].join(' ')
  const { kind, server, ...rest } = words
  return [kind, server, JSON.stringify(rest)].join(' ')
}

/** What another process said, or nothing where it speaks as another version of the program does. */
export function readWords(text: string): Words | undefined {
  const [kind = '', server = '', ...rest] = text.split(' ')
  const body = rest.join(' ')
  if (kind === 'saved') {
    const [first, last, roomIds] = rest
    return {
      kind,
      server,
      first: Number(first),
      last: Number(last),
      ...(roomIds ? { roomIds: roomIds.split(',') } : {}),
    }
  }
  if (kind === 'here' || kind === 'hello' || kind === 'look') return { kind, server }
  if (kind === 'who' || kind === 'presence') return { kind, server, ...(JSON.parse(body) as object) } as Words
  return undefined
}
