import type { Sentence } from '@lianban/kernel'

export type ProblemCode =
  | 'body-changed'
  | 'leaf-changed'
  | 'entry-changed'
  | 'index-gap'
  | 'entry-missing'
  | 'head-mismatch'
  | 'head-not-prefix'
  | 'head-missing'
  | 'log-cut'
  | 'entry-left-out'
  | 'entry-passed-over'

/** What is wrong, at which entry, in words for whoever has to act on it. */
export type Problem = {
  readonly code: ProblemCode
  readonly index?: number
  readonly entryId?: string
  readonly problem: Sentence
}

type At = { readonly index: number; readonly entryId: string }

const on = (code: ProblemCode, at: Partial<At>, zh: string, en: string): Problem => ({
  code,
  ...at,
  problem: { zh, en },
})
const named = ({ index, entryId }: At) => ({
  zh: `第 ${index} 号条目（${entryId}）`,
  en: `Entry ${index} (${entryId})`,
})

export const problems = {
  bodyChanged: (at: At) =>
    on(
      'body-changed',
      at,
      `${named(at).zh}的正文被改动：记录头仍与原来的叶哈希一致。`,
      `${named(at).en}: its body was changed; the recorded head still fits the leaf hash it had.`,
    ),
  leafChanged: (at: At) =>
    on(
      'leaf-changed',
      at,
      `${named(at).zh}的叶哈希被改动：记录头与现有正文一致。`,
      `${named(at).en}: its leaf hash was changed; the recorded head fits its body.`,
    ),
  entryChanged: (at: At) =>
    on(
      'entry-changed',
      at,
      `${named(at).zh}的正文与叶哈希不符，且记录头与两者都不一致。`,
      `${named(at).en}: its body does not fit its leaf hash, and the recorded head fits neither.`,
    ),
  indexGap: (expected: number, found: At) =>
    on(
      'index-gap',
      { index: expected },
      `缺少第 ${expected} 号条目：其后紧接的是第 ${found.index} 号（${found.entryId}）。`,
      `Entry ${expected} is missing from the tree: what follows is entry ${found.index} (${found.entryId}).`,
    ),
  entryMissing: (at: At) =>
    on(
      'entry-missing',
      at,
      `${named(at).zh}的正文已不存在，只剩叶哈希。`,
      `${named(at).en}: its body is gone; only its leaf hash is left.`,
    ),
  queuedEntryMissing: (entryId: string) =>
    on(
      'entry-missing',
      { entryId },
      `条目 ${entryId} 仍在排队，但正文已不存在。`,
      `Entry ${entryId} is still queued, but its body is gone.`,
    ),
  headMismatch: (first: At, size: number) =>
    on(
      'head-mismatch',
      first,
      `规模为 ${size} 的记录头与条目不符：第 ${first.index} 号（${first.entryId}）至第 ${size - 1} 号之间有条目连同叶哈希被改动，或记录头被改动。`,
      `The recorded head of ${size} entries does not fit: between entry ${first.index} (${first.entryId}) and entry ${size - 1} one was changed with its leaf hash, or the head was changed.`,
    ),
  headNotPrefix: (size: number) =>
    on(
      'head-not-prefix',
      {},
      `您持有的规模为 ${size} 的记录头不是本日志的前缀：前 ${size} 条中有内容被改写。`,
      `The head of ${size} entries that you hold is not a prefix of this log: something in its first ${size} entries was rewritten.`,
    ),
  headMissing: (at: At, size: number) =>
    on(
      'head-missing',
      at,
      `${named(at).zh}之后没有记录头：最后的记录头只到 ${size} 条。`,
      `${named(at).en} stands under no head: the last recorded head covers ${size} entries.`,
    ),
  logCut: (index: number, size: number) =>
    on(
      'log-cut',
      { index },
      `日志被截断：记录头有 ${size} 条，现存 ${index} 条，自第 ${index} 号起缺失。`,
      `The log was cut: a head records ${size} entries, ${index} are left; they are missing from entry ${index} on.`,
    ),
  entryLeftOut: (entryId: string) =>
    on(
      'entry-left-out',
      { entryId },
      `条目 ${entryId} 不在树中，也不在排队。`,
      `Entry ${entryId} is neither in the tree nor waiting for it.`,
    ),
  entryPassedOver: (entryId: string, minutes: number) =>
    on(
      'entry-passed-over',
      { entryId },
      `条目 ${entryId} 仍未入树，而树中已有比它晚 ${minutes} 分钟的条目。`,
      `Entry ${entryId} is not in the tree, although the tree holds an entry ${minutes} minutes younger.`,
    ),
}
