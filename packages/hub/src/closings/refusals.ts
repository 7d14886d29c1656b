import { Refusal, type Sentence } from '@lianban/kernel'

export const refusals = {
  groundNotOpen: () =>
    new Refusal('conflict', 'case.ground-not-open', {
      zh: '案件目前不能以这一理由结案，没有登记任何内容。请先在“办案程序”中办完相应步骤，或者选择其他理由。',
      en: 'The case cannot be closed on this ground now; nothing was recorded. Take the steps that lead to it on the page of the procedure, or choose another.',
    }),
  stepOwed: (track: Sentence, standing: Sentence) =>
    new Refusal('conflict', 'case.step-owed', {
      zh: `“${track.zh}”程序尚未办结（${standing.zh}），不能结案。请先办结该程序。`,
      en: `A step is still owed on “${track.en}” (${standing.en}). Finish it first.`,
    }),
  handoffUnderWay: (numbers: readonly string[]) =>
    new Refusal(
      'conflict',
      'case.handoff-under-way',
      {
        zh: `${numbers.join('、')}尚未办结，不能结案。请先等待对方签收、受理或者撤销。`,
        en: `${numbers.join(', ')} is still under way. Wait until it is accepted or returned, or cancel it.`,
      },
      { numbers: [...numbers] },
    ),
}
