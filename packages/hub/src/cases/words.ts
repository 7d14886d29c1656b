import type { Sentence } from '@lianban/kernel'
import { ownerWords } from '../agencies/index.ts'
import { agreementsWords } from '../agreements/index.ts'
import { handlingCodeAttribute, labelAttribute } from '../classification-words.ts'
import { grantsWords } from '../grants/index.ts'
import { isRestrictedWords, readersWords } from '../readers/index.ts'
import { taskForceSeatsWords } from '../seats/index.ts'
import type { SubjectWords } from '../told.ts'
import type { Stage } from './case.ts'

export const stageWords: Record<Stage, Sentence> = {
  investigating: { zh: '办理中', en: 'under investigation' },
  transferred: { zh: '已移送', en: 'transferred' },
  closed: { zh: '已办结', en: 'closed' },
}

export const caseWords = {
  words: { zh: '案件', en: 'case' },
  actions: {
    read: { zh: '查看案件', en: 'read the case' },
    open: { zh: '立案', en: 'open a case' },
    share: { zh: '邀请其他单位', en: 'invite other agencies' },
    passOn: { zh: '转递本案', en: 'pass the case on' },
    widen: { zh: '扩大知悉范围', en: 'let others know of the case' },
    recordFigure: { zh: '登记数量与金额', en: 'record figures' },
    recordEvent: { zh: '登记办案经过', en: 'record events' },
    arrangeDossier: { zh: '编排卷宗章节', en: 'arrange the sections of the dossier' },
    addSection: { zh: '增加卷宗章节', en: 'add dossier sections' },
    takeStep: { zh: '办理程序步骤', en: 'take the steps of the procedure' },
    decideStep: { zh: '批准程序步骤', en: 'decide steps of the procedure' },
    reviewStep: { zh: '办理检察机关的程序步骤', en: 'take the procuratorate’s steps' },
    close: { zh: '结案', en: 'close the case' },
    reopen: { zh: '恢复办理', en: 'reopen the case' },
    prepareHandoff: { zh: '准备移送', en: 'prepare a handoff' },
    handBack: { zh: '移送行政处理', en: 'give the case back' },
    handOver: { zh: '移交物品、发出通知或督办', en: 'hand over goods, send a notice or an order' },
    giveOpinion: { zh: '提出给予行政处罚的检察意见', en: 'ask for a penalty by an opinion' },
    askAssistance: { zh: '请求协查', en: 'ask for assistance' },
    readTrail: { zh: '查看审计记录', en: 'read the audit trail' },
    correct: { zh: '更正登记信息', en: 'correct the record' },
    proposeChange: { zh: '提出修改建议', en: 'propose a change' },
    readDerivation: { zh: '查看派生情况', en: 'see where the case went' },
    breakGlass: { zh: '紧急查阅', en: 'break the glass' },
    proposeSeal: { zh: '提请封存卷宗', en: 'propose to seal the dossier' },
    signSeal: { zh: '签署卷宗封存', en: 'sign a seal of the dossier' },
    exportDossier: { zh: '导出卷宗', en: 'export the dossier' },
  },
  fields: {
    ownerAgencyId: {
      words: { zh: '立案单位', en: 'the agency that opened the case' },
      lacking: { zh: '本案不是由贵单位立案', en: 'your agency did not open the case' },
      gap: 'standing',
    },
    leadAgencyId: {
      words: { zh: '主办单位', en: 'the lead agency' },
      lacking: { zh: '贵单位不是本案主办单位', en: 'your agency does not lead the case' },
      gap: 'standing',
    },
    stage: {
      words: { zh: '案件阶段', en: 'the stage of the case' },
      lacking: { zh: '案件目前是{value}', en: 'the case is {value}' },
      gap: 'stage',
      valueWords: stageWords,
    },
    label: labelAttribute,
    handlingCode: handlingCodeAttribute,
    isRestricted: isRestrictedWords,
  },
  relations: {
    ownerAgency: ownerWords,
    agreements: agreementsWords,
    taskForceSeats: taskForceSeatsWords,
    readers: readersWords,
    grants: grantsWords,
  },
} satisfies SubjectWords
