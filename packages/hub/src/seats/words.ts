import { circleWords } from '../circles/index.ts'
import type { AttributeWords, RelationWords, SubjectWords } from '../told.ts'

const agencyId: AttributeWords = { words: { zh: '席位所属单位', en: 'the agency of the seat' }, gap: 'standing' }
const memberId: AttributeWords = { words: { zh: '席位成员', en: 'whose seat it is' }, gap: 'standing' }
const state: AttributeWords = {
  words: { zh: '席位状态', en: 'the state of the seat' },
  lacking: { zh: '该席位目前{value}', en: 'the seat is {value}' },
  gap: 'state',
  valueWords: { active: { zh: '有效', en: 'active' }, revoked: { zh: '已撤销', en: 'revoked' } },
}
const fields = { agencyId, memberId, state }

/** Seats in the task forces of a case. */
export const taskForceSeatsWords: RelationWords = {
  words: { zh: '专案组席位', en: 'a seat in its task force' },
  lacking: { zh: '您不在本案专案组', en: 'you have no seat in the task force of the case' },
  gap: 'standing',
  fields: {
    ...fields,
    until: {
      words: { zh: '专案组期限', en: 'the end of the task force' },
      lacking: { zh: '专案组已于 {value} 到期', en: 'the task force ended on {value}' },
      gap: 'expired',
    },
  },
}

export const taskForceWords: SubjectWords = {
  words: { zh: '专案组', en: 'task force' },
  actions: {
    read: { zh: '查看专案组', en: 'see the task force' },
    form: { zh: '组建专案组', en: 'form a task force' },
    seat: { zh: '增加席位', en: 'give a seat' },
    revokeSeat: { zh: '撤销席位', en: 'revoke a seat' },
    extend: { zh: '延长专案组期限', en: 'extend the task force' },
    dissolve: { zh: '解散专案组', en: 'dissolve the task force' },
  },
  fields: {
    leadAgencyId: {
      words: { zh: '牵头单位', en: 'the agency that leads it' },
      lacking: { zh: '专案组不由贵单位牵头', en: 'your agency does not lead the task force' },
      gap: 'standing',
    },
    state: {
      words: { zh: '专案组状态', en: 'the state of the task force' },
      lacking: { zh: '专案组目前{value}', en: 'the task force is {value}' },
      gap: 'state',
      valueWords: { active: { zh: '有效', en: 'active' }, dissolved: { zh: '已解散', en: 'dissolved' } },
    },
  },
  relations: {
    circle: circleWords,
    seats: {
      words: { zh: '席位', en: 'a seat' },
      lacking: { zh: '您在专案组没有席位', en: 'you have no seat in the task force' },
      gap: 'standing',
      fields,
    },
  },
}
