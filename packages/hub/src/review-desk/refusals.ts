import { Refusal } from '@lianban/kernel'

/** Every way the desk of a review says no. */
export const refusals = {
  itemElsewhere: () =>
    new Refusal('invalid', 'review.item-elsewhere', {
      zh: '这件证据不属于本案。请从本案的对照表中选择。',
      en: 'The item belongs to another case. Choose one from the table of this case.',
    }),

  markUnfounded: () =>
    new Refusal('invalid', 'review.mark-unfounded', {
      zh: '须补正或者不采信的，应当选择该项属性下的理由；认可的不填理由。',
      en: 'A doubt names a reason of the property that carries it; what is accepted names none.',
    }),

  spotElsewhere: () =>
    new Refusal('invalid', 'review.spot-elsewhere', {
      zh: '引用的文件没有关联到这件证据。请从该证据的文件中选择。',
      en: 'The file that is cited is not attached to the item. Choose one of its files.',
    }),

  spotOfOtherKind: () =>
    new Refusal('invalid', 'review.spot-of-other-kind', {
      zh: '页码只能引用PDF文件，时间点只能引用录音、录像。',
      en: 'A page is cited of a PDF, a second of a recording.',
    }),

  noteGone: () =>
    new Refusal('conflict', 'review.note-gone', {
      zh: '这条笔记已经删除。请刷新页面。',
      en: 'The note was deleted already. Reload the page.',
    }),
}
