import { standingWords } from '../standing/index.ts'
import type { SubjectWords } from '../told.ts'

export const evidenceWords: SubjectWords = {
  words: { zh: '证据', en: 'item of evidence' },
  actions: {
    read: { zh: '查看证据', en: 'see the item' },
    record: { zh: '登记证据', en: 'register an item' },
    amend: { zh: '更正、补正证据', en: 'put the item right' },
    convert: { zh: '确认证据转换', en: 'decide how the item is used' },
    give: { zh: '交出证据', en: 'hand the item over' },
    receive: { zh: '签收证据', en: 'sign for the item' },
    keep: { zh: '登记保管情况', en: 'record what happens to the item' },
    dispose: { zh: '发还、拍卖、销毁', en: 'return, auction or destroy the item' },
    prove: { zh: '编排证据链', en: 'lay out the chain of evidence' },
    attach: { zh: '关联、核对证据文件', en: 'attach files to the item and compare them' },
  },
  fields: {
    agencyId: {
      words: { zh: '收集单位', en: 'the agency that collected it' },
      lacking: { zh: '该证据不是由贵单位收集', en: 'your agency did not collect it' },
      gap: 'standing',
    },
    holderAgencyId: {
      words: { zh: '保管单位', en: 'the agency that keeps it' },
      lacking: { zh: '该证据不在贵单位保管', en: 'your agency does not keep it' },
      gap: 'standing',
    },
    pendingAgencyId: {
      words: { zh: '待签收单位', en: 'the agency it is being handed to' },
      lacking: { zh: '没有向贵单位移交的证据待签收', en: 'it is not being handed to your agency' },
      gap: 'standing',
    },
  },
  relations: { standing: standingWords },
}
