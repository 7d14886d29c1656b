import { Refusal } from '@lianban/kernel'

export const slugTaken = (slug: string) =>
  new Refusal(
    'conflict',
    'agency.slug-taken',
    { zh: '该单位代号已登记。', en: 'An agency is already registered under this short name.' },
    { slug },
  )

export const officerKnown = () =>
  new Refusal('conflict', 'agency.officer-known', {
    zh: '该登录标识已登记为本单位人员。',
    en: 'This sign-in subject is already registered as an officer of the agency.',
  })
