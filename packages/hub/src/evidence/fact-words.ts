import type { Sentence } from '@lianban/kernel'
import type { EvidenceKind } from '@lianban/law'
import type { CustodyKind, custodyMoves } from '../custody/index.ts'
import type { ConversionDecision } from './evidence-item.ts'

const evidenceKind: Record<EvidenceKind, Sentence> = {
  physical: { zh: '物证', en: 'physical evidence' },
  documentary: { zh: '书证', en: 'documentary evidence' },
  witness: { zh: '证人证言', en: 'witness testimony' },
  victim: { zh: '被害人陈述', en: 'statement of the victim' },
  suspect: { zh: '供述和辩解', en: 'confession and defence' },
  party: { zh: '当事人的陈述', en: 'statement of the party' },
  expert: { zh: '鉴定意见', en: 'expert opinion' },
  record: { zh: '笔录', en: 'record' },
  av: { zh: '视听资料', en: 'audio-visual material' },
  edata: { zh: '电子数据', en: 'electronic data' },
}
const use: Record<ConversionDecision, Sentence> = {
  used: { zh: '直接使用', en: 'used as it is' },
  reviewed: { zh: '经审查使用', en: 'used after review' },
  retaken: { zh: '重新收集', en: 'taken anew' },
  not_used: { zh: '不予采用', en: 'not used' },
}
const moves: Record<(typeof custodyMoves)[number], Sentence> = {
  goods: { zh: '实物', en: 'the thing' },
  title: { zh: '权属', en: 'title' },
  both: { zh: '实物和权属', en: 'the thing and title' },
}
const receipt = {
  received: { zh: '签收', en: 'received' },
  refused: { zh: '退回', en: 'sent back' },
}
const custody: Record<CustodyKind, Sentence> = {
  collect: { zh: '收集', en: 'collected' },
  register_in_advance: { zh: '先行登记保存', en: 'registered in advance' },
  seal: { zh: '封存', en: 'sealed' },
  transfer: { zh: '移交', en: 'handed over' },
  receive: { zh: '签收', en: 'received' },
  examine: { zh: '送检、查验', en: 'examined' },
  copy: { zh: '复制', en: 'copied' },
  return: { zh: '退回、发还', en: 'returned' },
  auction: { zh: '拍卖', en: 'auctioned' },
  destroy: { zh: '销毁', en: 'destroyed' },
}

/** What the codes that these acts leave in the log are called. */
export const evidenceFactWords: Record<string, Record<string, Sentence>> = {
  evidenceKind,
  use,
  moves,
  receipt,
  custody,
}
