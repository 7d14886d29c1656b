import type { Sentence } from '@lianban/kernel'

/** A dossier to begin with: its sections in order, each of which becomes a room of its own. */
export type Template = { readonly id: string; readonly name: Sentence; readonly sections: readonly Sentence[] }

const jointCaseDossier: Template = {
  id: 'joint-case-dossier',
  name: { zh: '联合专案卷宗', en: 'Joint case dossier' },
  sections: [
    { zh: '一、案件来源与基本情况', en: '1. Source and outline of the case' },
    { zh: '二、涉案人员', en: '2. Persons involved' },
    { zh: '三、涉案物品与价值', en: '3. Goods involved and their value' },
    { zh: '四、侦办经过', en: '4. Course of the investigation' },
    { zh: '五、证据清单', en: '5. List of evidence' },
    { zh: '六、法律适用与处理意见', en: '6. Applicable law and proposed disposal' },
  ],
}

const clueAssessment: Template = {
  id: 'clue-assessment',
  name: { zh: '线索研判报告', en: 'Clue assessment' },
  sections: [
    { zh: '一、线索来源与基本情况', en: '1. Source and outline of the clue' },
    { zh: '二、核查情况', en: '2. What was checked' },
    { zh: '三、关联线索与案件', en: '3. Related clues and cases' },
    { zh: '四、分析研判', en: '4. Assessment' },
    { zh: '五、结论与处置建议', en: '5. Conclusion and proposed steps' },
  ],
}

/** The investigation report that goes with a transfer (移送规定 art. 6, second item), with its list of goods and tests. */
const transferReport: Template = {
  id: 'transfer-report',
  name: { zh: '涉嫌犯罪案件调查报告', en: 'Transfer report' },
  sections: [
    { zh: '一、案件来源与调查经过', en: '1. Source of the case and course of the inquiry' },
    { zh: '二、当事人基本情况', en: '2. The parties' },
    { zh: '三、涉嫌犯罪事实', en: '3. Facts that suggest a crime' },
    { zh: '四、涉案物品清单', en: '4. List of goods involved' },
    { zh: '五、检验报告与鉴定意见', en: '5. Test reports and expert opinions' },
    { zh: '六、移送依据与意见', en: '6. Grounds and proposal for the transfer' },
  ],
}

const assistanceReply: Template = {
  id: 'assistance-reply',
  name: { zh: '协查复函', en: 'Assistance reply' },
  sections: [
    { zh: '一、来函与协查事项', en: '1. What was asked' },
    { zh: '二、核查情况', en: '2. What was done' },
    { zh: '三、核查结果', en: '3. What was found' },
    { zh: '四、所附材料与使用要求', en: '4. Material enclosed and how it may be used' },
  ],
}

export const templates: readonly Template[] = [jointCaseDossier, clueAssessment, transferReport, assistanceReply]
