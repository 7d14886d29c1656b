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
  | 'entry-passed-over'
  | 'column-changed'
  | 'tile-missing'
  | 'tile-changed'
  | 'checkpoint-unreadable'
  | 'checkpoint-forged'
  | 'checkpoint-mismatch'

/** What is wrong, at which entry, in words for whoever has to act on it. */
export type Problem = {
  readonly code: ProblemCode
  readonly index?: number
  readonly entryId?: string
  readonly tile?: string
  readonly checkpoint?: number
  readonly problem: Sentence
}

type At = { readonly index: number; readonly entryId: string }

type Named = Partial<At> & Pick<Problem, 'tile' | 'checkpoint'>

const on = (code: ProblemCode, at: Named, zh: string, en: string): Problem => ({
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
  entryMissing: (index: number) =>
    on(
      'entry-missing',
      { index },
      `第 ${index} 号条目的正文已不存在，只剩叶哈希。`,
      `Entry ${index}: its body is gone; only its leaf hash is left.`,
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
  entryPassedOver: (entryId: string, minutes: number) =>
    on(
      'entry-passed-over',
      { entryId },
      `条目 ${entryId} 仍未入树，而树中已有比它晚 ${minutes} 分钟的条目。`,
      `Entry ${entryId} is not in the tree, although the tree holds an entry ${minutes} minutes younger.`,
    ),
  columnChanged: (at: At) =>
    on(
      'column-changed',
      at,
      `${named(at).zh}的检索字段与正文不符：正文未变，但按单位、案件或时间查询时会查错或查不到。`,
      `${named(at).en}: a column that it is found by does not say what its body says; the body itself is unchanged.`,
    ),
  tileMissing: (tile: string) =>
    on('tile-missing', { tile }, `哈希块 ${tile} 缺失。`, `The hash tile ${tile} is missing.`),
  tileChanged: (tile: string, position: number) =>
    on(
      'tile-changed',
      { tile },
      `哈希块 ${tile} 的第 ${position} 个哈希与条目不符：哈希块或条目被改动。`,
      `Hash ${position} of the tile ${tile} does not fit the entries: the tile or an entry was changed.`,
    ),
  checkpointUnreadable: (size: number) =>
    on(
      'checkpoint-unreadable',
      { checkpoint: size },
      `规模为 ${size} 的检查点不是有效的签名文本。`,
      `The checkpoint of ${size} entries is not a signed note.`,
    ),
  checkpointForged: (size: number) =>
    on(
      'checkpoint-forged',
      { checkpoint: size },
      `规模为 ${size} 的检查点不是由本日志的密钥签署的。`,
      `The checkpoint of ${size} entries is not signed by the key of this log.`,
    ),
  checkpointMismatch: (size: number) =>
    on(
      'checkpoint-mismatch',
      { checkpoint: size },
      `规模为 ${size} 的检查点与条目不符：其前 ${size} 条中有内容在签署后被改写，或检查点被替换。`,
      `The checkpoint of ${size} entries does not fit: something in its first ${size} entries was rewritten after it was signed, or it was replaced.`,
    ),
}
