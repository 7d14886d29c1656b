import type { Sentence } from '@lianban/kernel'

/** What each act means to an officer, as the sharing preview and the access panel say it. */
export const actionWords: Record<'Case' | 'Clue', Record<string, Sentence>> = {
  Case: {
    read: { zh: '查看案件', en: 'read the case' },
    share: { zh: '邀请其他单位', en: 'invite other agencies' },
    passOn: { zh: '转递本案', en: 'pass the case on' },
    widen: { zh: '扩大知悉范围', en: 'let others know of the case' },
    recordFigure: { zh: '登记数量与金额', en: 'record figures' },
    recordEvent: { zh: '登记办案经过', en: 'record events' },
    addSection: { zh: '增加卷宗章节', en: 'add dossier sections' },
    write: { zh: '编写卷宗', en: 'write the dossier' },
    prepareHandoff: { zh: '准备移送', en: 'prepare a handoff' },
    readTrail: { zh: '查看审计记录', en: 'read the audit trail' },
  },
  Clue: {
    read: { zh: '查看线索', en: 'read the clue' },
    share: { zh: '共享线索', en: 'share the clue' },
    passOn: { zh: '转递线索', en: 'pass the clue on' },
    widen: { zh: '扩大知悉范围', en: 'let others know of the clue' },
    openCase: { zh: '据此立案', en: 'open a case from it' },
  },
}
