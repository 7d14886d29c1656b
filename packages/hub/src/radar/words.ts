import { circleWords } from '../circles/index.ts'
import type { SubjectWords } from '../told.ts'

export const findingWords: SubjectWords = {
  words: { zh: '不移送监督线索', en: 'row of the radar' },
  actions: {
    read: { zh: '查看不移送监督线索', en: 'see the row of the radar' },
    supervise: { zh: '开启监督', en: 'open supervision from it' },
  },
  fields: {
    toldAgencyId: {
      words: { zh: '被告知单位', en: 'the agency that is told' },
      lacking: { zh: '该线索不在贵单位的监督范围内', en: 'the row is not within your agency’s watch' },
      gap: 'standing',
    },
    toldAs: {
      words: { zh: '告知身份', en: 'as what it is told' },
      lacking: { zh: '贵单位是被监督的一方', en: 'your agency is the one that is watched' },
      gap: 'standing',
      valueWords: {
        watcher: { zh: '监督方', en: 'the one that watches' },
        own: { zh: '被监督方', en: 'the one that is watched' },
      },
    },
  },
  relations: { circle: circleWords },
}

export const drawWords: SubjectWords = {
  words: { zh: '随机抽查', en: 'random draw' },
  actions: {
    read: { zh: '查看随机抽查', en: 'see the draw' },
    beginDraw: { zh: '开始随机抽查', en: 'begin a draw' },
    freezeDraw: { zh: '冻结抽查名单', en: 'freeze its population' },
    drawSample: { zh: '抽取', en: 'draw the sample' },
  },
  fields: {
    agencyId: {
      words: { zh: '抽查单位', en: 'the agency that draws' },
      lacking: { zh: '抽查不是贵单位进行的', en: 'the draw is not your agency’s' },
      gap: 'standing',
    },
  },
}
