import { Refusal, type Sentence } from '@lianban/kernel'

/** Every way the chain of custody says no. */
export const refusals = {
  beforePredecessor: (last: Date) =>
    new Refusal(
      'conflict',
      'custody.before-predecessor',
      {
        zh: '时间早于上一次保管记录。请核对时间，保管记录按先后顺序登记。',
        en: 'This is dated before the event that precedes it. Check the time; events are recorded in their order.',
      },
      { last: last.toISOString() },
    ),

  toCome: () =>
    new Refusal('invalid', 'custody.to-come', {
      zh: '时间不能晚于现在。请核对时间。',
      en: 'This cannot have happened after now. Check the time.',
    }),

  pending: () =>
    new Refusal('conflict', 'custody.pending', {
      zh: '该证据正在移交，等待对方签收。请对方签收或者退回后再登记；也可以撤回移交。',
      en: 'The item is being handed over and waits for the other side to sign. Wait for that, or take the transfer back.',
    }),

  nothingPending: () =>
    new Refusal('conflict', 'custody.nothing-pending', {
      zh: '没有待签收的移交，可能已经签收或者撤回。请刷新页面。',
      en: 'No transfer waits for a signature; it may have been signed or taken back. Reload the page.',
    }),

  ended: () =>
    new Refusal('conflict', 'custody.ended', {
      zh: '该证据已经销毁或者拍卖，不能再登记保管记录。',
      en: 'The item was destroyed or auctioned; nothing more happens to it.',
    }),

  receiverUnfit: () =>
    new Refusal('invalid', 'custody.receiver', {
      zh: '请选择参与本案的另一个单位，或者填写平台以外的接收方。接收单位须先获得本案参与编写以上的授权或者成为主办单位。',
      en: 'Choose another agency that works on the case, or name somebody outside. An agency works on it by a grant to contribute, or as its lead.',
    }),

  documentMissing: () =>
    new Refusal('invalid', 'custody.document', {
      zh: '请填写文书编号：交给平台以外的单位、发还、拍卖、销毁都要有对方签收或者批准的文书。',
      en: 'Enter the number of the paper: whoever is outside signs on paper, and returning, auction and destruction are approved on one.',
    }),

  recountMissing: () =>
    new Refusal('invalid', 'custody.recount', {
      zh: '该证据登记有数量，签收时须重新清点或者称重。请填写清点结果，例如“30 条”。',
      en: 'The item has a quantity, so it is counted or weighed again on receipt. Enter the result, such as “30 条”.',
    }),

  unitDiffers: () =>
    new Refusal('invalid', 'custody.unit', {
      zh: '清点结果的计量方式与登记的数量不同，请使用同类单位。',
      en: 'The count is in another kind of unit than the item. Use the same kind.',
    }),

  differenceUnexplained: (was: Sentence, is: Sentence) =>
    new Refusal(
      'conflict',
      'custody.difference',
      {
        zh: `清点结果 ${is.zh} 与移交数量 ${was.zh} 不一致。请重新清点；确有出入的，写明差异情况。`,
        en: `The count of ${is.en} differs from the ${was.en} that were handed over. Count again, or say what the difference is.`,
      },
      {},
    ),

  filesDiffer: (unsound: number) =>
    new Refusal(
      'conflict',
      'custody.files-differ',
      {
        zh: `签收时重新计算摘要：有 ${unsound} 个文件与登记的摘要值不符。请退回对方并请平台管理员恢复；仍要签收的，在“差异情况”中写明。`,
        en: `On receipt the files were digested anew: ${unsound} of them differ from what is on record. Send the item back and have the store restored, or say under “difference” why you sign all the same.`,
      },
      { unsound },
    ),
}
