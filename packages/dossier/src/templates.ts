import type { Sentence } from '@lianban/kernel'

/** A dossier to begin with: its sections in order, each of which becomes a room of its own. */
export type Template = { readonly id: string; readonly name: Sentence; readonly sections: readonly Sentence[] }

export const jointCaseDossier: Template = {
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

export const templates: readonly Template[] = [jointCaseDossier]
