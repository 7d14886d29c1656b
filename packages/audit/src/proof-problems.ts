import type { Sentence } from '@lianban/kernel'

export type ProofProblemCode =
  | 'not-a-receipt'
  | 'proof-unreadable'
  | 'note-unreadable'
  | 'another-log'
  | 'unknown-key'
  | 'signature-wrong'
  | 'signature-out-of-place'
  | 'not-confirmed'
  | 'not-in-log'
  | 'entry-unreadable'
  | 'disclosure-wrong'
  | 'seal-wrong'
  | 'not-a-bundle'
  | 'file-changed'
  | 'file-wrong'

/** Why a receipt, a proof or a checkpoint is not to be relied on, in words for whoever holds it. */
export type ProofProblem = { readonly code: ProofProblemCode; readonly problem: Sentence }

const on = (code: ProofProblemCode, zh: string, en: string): ProofProblem => ({ code, problem: { zh, en } })

export const proofProblems = {
  notAReceipt: () =>
    on(
      'not-a-receipt',
      '这不是完整的回执文件，或文件已被改动。',
      'This is not a whole receipt, or the file was changed.',
    ),
  proofUnreadable: () =>
    on('proof-unreadable', '回执中的入链证明格式不对。', 'The inclusion proof in the receipt cannot be read.'),
  noteUnreadable: () => on('note-unreadable', '检查点不是有效的签名文本。', 'The checkpoint is not a signed note.'),
  anotherLog: (origin: string) =>
    on('another-log', `检查点属于另一日志“${origin}”。`, `The checkpoint is that of another log, “${origin}”.`),
  unknownKey: (name: string) =>
    on(
      'unknown-key',
      `检查点上有“${name}”的签名，但信任清单中没有这把密钥。`,
      `The checkpoint bears a signature of “${name}” by a key that the trust list does not know.`,
    ),
  signatureWrong: (name: string) =>
    on(
      'signature-wrong',
      `“${name}”的签名与检查点不符：检查点或签名被改动。`,
      `The signature of “${name}” does not fit the checkpoint: one of them was changed.`,
    ),
  signatureOutOfPlace: (name: string) =>
    on(
      'signature-out-of-place',
      `“${name}”的签名重复或次序不对。`,
      `The signature of “${name}” stands twice or out of order.`,
    ),
  notConfirmed: ({ need, of }: { readonly need: number; readonly of: readonly string[] }, have: readonly string[]) =>
    on(
      'not-confirmed',
      `见证不足：须有 ${of.join('、')} 中 ${need} 个单位见证，现有 ${have.length ? have.join('、') : '无'}。`,
      `Not confirmed: ${need} of ${of.join(', ')} must have cosigned; here are ${have.length ? have.join(', ') : 'none'}.`,
    ),
  notInLog: (index: number) =>
    on(
      'not-in-log',
      `证明不成立：该条目不是日志的第 ${index} 号条目，条目、证明或编号被改动。`,
      `The proof fails: this entry is not entry ${index} of the log; the entry, the proof or the index was changed.`,
    ),
  entryUnreadable: () => on('entry-unreadable', '条目的内容无法识别。', 'The entry itself cannot be read.'),
  disclosureWrong: () =>
    on(
      'disclosure-wrong',
      '随附的内容与条目中的摘要不符。',
      'What was enclosed does not have the digest that the entry records.',
    ),
  sealWrong: () =>
    on(
      'seal-wrong',
      '条目在日志中属实，但回执中随附的名称等说明在出具后被改动。',
      'The entry is in the log, but what the receipt adds to it, such as names, was changed after it was issued.',
    ),
  notABundle: () =>
    on(
      'not-a-bundle',
      '这不是完整的案件包，或文件已被截断、改动或重新打包。',
      'This is not a whole bundle: it was cut off, changed or packed anew.',
    ),
  fileChanged: (name: string) =>
    on(
      'file-changed',
      `包内文件“${name}”与清单不符：被改动、增加、缺失或次序不对。`,
      `The file “${name}” does not fit the manifest: it was changed, added, left out or moved.`,
    ),
  manifestSealWrong: () =>
    on(
      'seal-wrong',
      '清单上的签名不是本日志的：清单在出具后被改动，或出自另一平台。',
      'The manifest is not signed by this log: it was changed after it was issued, or is another hub’s.',
    ),
  fileMisplaced: (name: string) =>
    on(
      'file-wrong',
      `“${name}”：内容的摘要值不是登记的摘要值。`,
      `“${name}”: the content has another digest than the one on record.`,
    ),
  fileWrong: (name: string, { zh, en }: Sentence) => on('file-wrong', `“${name}”：${zh}`, `“${name}”: ${en}`),
  inFile: (name: string, { code, problem }: ProofProblem) =>
    on(code, `“${name}”：${problem.zh}`, `“${name}”: ${problem.en}`),
}

export const isProblem = (value: object): value is ProofProblem => 'problem' in value
