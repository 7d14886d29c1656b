import { Refusal } from '@lianban/kernel'

export const nameTaken = (name: string) =>
  new Refusal(
    'conflict',
    'section-version.name-taken',
    {
      zh: `本节已有名为“${name}”的版本。名称一经确定不再改动，请换一个名称。`,
      en: `This section already has a version named “${name}”. Names stay as they were given; choose another.`,
    },
    { name },
  )

/** Before its first update a section says nothing that could be named or brought back. */
export const nothingThen = () =>
  new Refusal('conflict', 'section-version.nothing-then', {
    zh: '这一时刻本节还没有内容。请选择较晚的时刻。',
    en: 'The section had no content at that moment. Choose a later one.',
  })
