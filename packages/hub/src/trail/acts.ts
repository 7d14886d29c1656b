import type { Sentence } from '@lianban/kernel'

/**
 * Every act the log knows, as an officer reads it. `{…}` is filled from the entry: the subject, the other agency, a
 * fact. English has the past for what was done and the base form for what was refused.
 */
export type Act = { readonly zh: string; readonly en: string; readonly base: string }

const level: Record<string, Sentence> = {
  view: { zh: '查看', en: 'view' },
  comment: { zh: '批注', en: 'comment' },
  contribute: { zh: '参与编写', en: 'contribute' },
  co_handle: { zh: '协同办理', en: 'co-handle' },
}
const label: Record<string, Sentence> = {
  public: { zh: '公开', en: 'public' },
  internal: { zh: '内部', en: 'internal' },
  sensitive: { zh: '敏感', en: 'sensitive' },
  core_sensitive: { zh: '核心敏感', en: 'core sensitive' },
}
const handlingCode: Record<string, Sentence> = {
  unrestricted: { zh: '无限制', en: 'unrestricted' },
  not_in_proceedings: { zh: '未经提供单位同意不得用于诉讼', en: 'not in proceedings without consent' },
  no_onward: { zh: '未经提供单位同意不得转递', en: 'no passing on without consent' },
  no_open_action: { zh: '不得据此公开行动', en: 'no open action' },
}
const audience: Record<string, Sentence> = {
  case: { zh: '全案单位可见', en: 'for all agencies on the case' },
  members: { zh: '仅限指定单位', en: 'for named agencies only' },
}
const reason: Record<string, Sentence> = {
  'signed-out': { zh: '本人退出', en: 'signed out' },
  'signed-out-everywhere': { zh: '全部退出', en: 'signed out everywhere' },
  idle: { zh: '长时间未操作', en: 'idle too long' },
}

/** How a coded fact is said. Numbers and numbers of records are said as they are. */
export const factWords: Record<string, Record<string, Sentence>> = { level, label, handlingCode, audience, reason }

export const acts: Record<string, Act> = {
  'session.sign-in': {
    zh: '通过本单位身份认证登录',
    en: 'signed in through the agency’s own provider',
    base: 'sign in',
  },
  'session.sign-out': { zh: '退出登录', en: 'signed out', base: 'sign out' },
  'session.refused': { zh: '登录', en: 'was refused at sign-in', base: 'sign in' },
  'session.expire': { zh: '的会话到期结束', en: '’s session expired', base: 'end a session' },
  'agency.bootstrap': { zh: '建立平台运行单位', en: 'entered the operator', base: 'enter the operator' },
  'agency.register': { zh: '登记单位 {subject}', en: 'registered agency {subject}', base: 'register an agency' },
  'agency.registerOfficer': {
    zh: '登记 {subject} 的人员',
    en: 'registered an officer of {subject}',
    base: 'register an officer',
  },
  'agreement.propose': { zh: '提出协议 {number}', en: 'proposed agreement {number}', base: 'propose an agreement' },
  'agreement.sign': { zh: '签署协议 {number}', en: 'signed agreement {number}', base: 'sign an agreement' },
  'clue.record': {
    zh: '登记线索 {subject}，标为“{label}”，处理代码“{handlingCode}”',
    en: 'recorded clue {subject}, labelled “{label}”, handling code “{handlingCode}”',
    base: 'record a clue',
  },
  'clue.find': { zh: '查看线索 {subject}', en: 'read clue {subject}', base: 'read clue {subject}' },
  'case.open': {
    zh: '立案 {subject}，由 {clues} 条线索而来，标为“{label}”',
    en: 'opened case {subject} from {clues} clue(s), labelled “{label}”',
    base: 'open a case',
  },
  'case.find': { zh: '查看案件 {subject}', en: 'read case {subject}', base: 'read case {subject}' },
  'case.recordFigure': { zh: '登记数量与金额', en: 'recorded a figure', base: 'record a figure' },
  'case.recordEvent': { zh: '登记办案经过', en: 'recorded an event', base: 'record an event' },
  'case.addSection': {
    zh: '增加卷宗章节（{audience}）',
    en: 'added a dossier section ({audience})',
    base: 'add a dossier section',
  },
  'grant.give': {
    zh: '将 {subject} 以“{level}”级别共享给 {agency}',
    en: 'shared {subject} with {agency} at level “{level}”',
    base: 'share {subject}',
  },
  'grant.recall': {
    zh: '收回给 {agency} 的授权',
    en: 'recalled the grant to {agency}',
    base: 'recall a grant',
  },
  'grant.list': { zh: '查看授权清单', en: 'listed the grants', base: 'list the grants of {subject}' },
  'grant.options': { zh: '查看可共享单位', en: 'looked up whom to share with', base: 'look up sharing options' },
  'grant.preview': { zh: '预览共享范围', en: 'previewed a share', base: 'preview a share' },
  'access.whoCanSee': { zh: '查看谁能看到', en: 'looked up who can see', base: 'look up who can see {subject}' },
  'dossier.outline': {
    zh: '查看卷宗目录',
    en: 'read the dossier outline',
    base: 'read the dossier outline of {subject}',
  },
  'section.enter': { zh: '打开卷宗 {subject}', en: 'opened dossier section {subject}', base: 'open a dossier section' },
  'section.write': {
    zh: '在卷宗 {subject} 写入',
    en: 'wrote in dossier section {subject}',
    base: 'write in a dossier section',
  },
  'section.wrote': {
    zh: '编写卷宗 {subject}，共 {updates} 次修改',
    en: 'wrote in dossier section {subject}: {updates} update(s)',
    base: 'write in a dossier section',
  },
  'section.restrict': {
    zh: '调整卷宗 {subject} 的阅读范围（{audience}）',
    en: 'changed who may read dossier section {subject} ({audience})',
    base: 'change who may read a dossier section',
  },
  'case.prepareHandoff': {
    zh: '冻结移送材料 {number}，拟移送 {agency}',
    en: 'froze package {number} for {agency}',
    base: 'prepare a handoff',
  },
  'handoff.find': { zh: '查看移送 {subject}', en: 'read handoff {subject}', base: 'read a handoff' },
  'handoff.dispatch': {
    zh: '批准并发出移送 {number}，致 {agency}',
    en: 'dispatched handoff {number} to {agency}',
    base: 'dispatch a handoff',
  },
  'handoff.sign': { zh: '签收移送 {number}', en: 'signed for handoff {number}', base: 'sign for a handoff' },
  'handoff.accept': { zh: '受理移送 {number}', en: 'accepted handoff {number}', base: 'accept a handoff' },
  'handoff.return': { zh: '退回移送 {number}', en: 'returned handoff {number}', base: 'return a handoff' },
  'handoff.cancel': { zh: '撤销移送 {number}', en: 'cancelled handoff {number}', base: 'cancel a handoff' },
  'audit.ofCase': { zh: '查看审计记录', en: 'read the audit trail', base: 'read the audit trail' },
  'search.all': { zh: '检索', en: 'searched', base: 'search' },
}
