import { Refusal } from '@lianban/kernel'

export const refusals = {
  opensNothing: () =>
    new Refusal('conflict', 'radar.opens-nothing', {
      zh: '这一行不针对某个案件，不能直接开启监督。请从该单位的具体案件开启，或者对其案件随机抽查。',
      en: 'This row is about no single case, so no supervision is opened from it. Open one from a case of the agency, or draw a sample.',
    }),
  underSupervision: (number: string) =>
    new Refusal(
      'conflict',
      'radar.under-supervision',
      {
        zh: '该行已开启监督，请在已发出的监督文书中办理。',
        en: 'Supervision was already opened from this row; go on with that one.',
      },
      { number },
    ),
  nothingToDraw: () =>
    new Refusal('conflict', 'radar.nothing-to-draw', {
      zh: '所选范围内没有案件，无从抽取。请放宽范围后重新开始。',
      en: 'Nothing is listed there, so nothing can be drawn. Choose more and begin anew.',
    }),
  notFrozen: () =>
    new Refusal('conflict', 'radar.not-frozen', {
      zh: '名单尚未冻结。请先冻结名单，再报出您的数字或词语。',
      en: 'The population is not frozen yet. Freeze it first, then say your number or word.',
    }),
  alreadyFrozen: () =>
    new Refusal('conflict', 'radar.already-frozen', {
      zh: '名单已经冻结，不能再次冻结。请刷新页面。',
      en: 'The population is frozen already. Reload the page.',
    }),
  alreadyDrawn: () =>
    new Refusal('conflict', 'radar.already-drawn', {
      zh: '本次抽取已经完成，结果不能更改。需要再抽时请重新开始。',
      en: 'This draw is over and its result stands. Begin another one.',
    }),
} satisfies Record<string, (...given: never[]) => Refusal>
