import { templates } from '@lianban/dossier'
import type { Sentence } from '@lianban/kernel'
import { chainFactWords } from '../chains/index.ts'
import { handlingCodeWords, labelWords, levelWords } from '../classification.ts'
import { evidenceFactWords } from '../evidence/index.ts'

/**
 * Every act the log knows, as an officer reads it. `{…}` is filled from the entry: the subject, the other agency, a
 * fact. What was refused has its own words, since such an entry has no facts and at most a subject.
 */
export type Act = Sentence & { readonly tried: Sentence }

const audience: Record<string, Sentence> = {
  case: { zh: '全案单位可见', en: 'for all agencies on the case' },
  members: { zh: '仅限指定单位', en: 'for named agencies only' },
}
const knowing: Record<string, Sentence> = {
  all: { zh: '本单位全体', en: 'the whole agency' },
  named: { zh: '指定人员', en: 'named officers' },
}
const reason: Record<string, Sentence> = {
  'signed-out': { zh: '本次会话', en: 'this session' },
  'signed-out-everywhere': { zh: '全部会话', en: 'every session' },
  replaced: { zh: '重新登录', en: 'signed in anew' },
  idle: { zh: '长时间未操作', en: 'idle too long' },
  absolute: { zh: '达到最长时限', en: 'open too long' },
  suspended: { zh: '人员已停用', en: 'officer suspended' },
}

const change: Record<string, Sentence> = {
  entry: { zh: '人员登记', en: 'new officers' },
  roles: { zh: '角色变更', en: 'a change of roles' },
  suspension: { zh: '停用', en: 'a suspension' },
  reinstatement: { zh: '恢复', en: 'a reinstatement' },
}

const how: Record<string, Sentence> = {
  adopted: { zh: '启动时采用文件', en: 'files at start' },
  adopted_offline: { zh: '数据库所有者离线办理', en: 'offline by the owner of the database' },
}
const verdict: Record<string, Sentence> = {
  confirmed: { zh: '查实', en: 'confirmed' },
  refuted: { zh: '查否', en: 'refuted' },
  undecided: { zh: '存疑', en: 'undecided' },
}
const copies: Record<string, Sentence> = {
  none: { zh: '未留存', en: 'none kept' },
  destroyed: { zh: '已销毁', en: 'destroyed' },
  returned: { zh: '已退回', en: 'returned' },
  updated: { zh: '已按更正更新', en: 'brought up to date' },
  kept_by_law: { zh: '依法留存', en: 'kept by law' },
}
const field: Record<string, Sentence> = {
  title: { zh: '标题', en: 'title' },
  content: { zh: '内容', en: 'content' },
  kind: { zh: '类型', en: 'kind' },
  source: { zh: '来源', en: 'source' },
  reportedOn: { zh: '反映日期', en: 'date reported' },
  region: { zh: '地区', en: 'region' },
  place: { zh: '地点', en: 'place' },
  goods: { zh: '涉及物品', en: 'goods' },
  methods: { zh: '作案手法', en: 'methods' },
  identifiers: { zh: '号码标识', en: 'identifiers' },
  name: { zh: '案件名称', en: 'name' },
  charge: { zh: '案由', en: 'charge' },
  summary: { zh: '案情摘要', en: 'summary' },
}

/** How a coded fact is said. Numbers and numbers of records are said as they are. */
const outcome: Record<string, Sentence> = {
  justified: { zh: '理由成立', en: 'justified' },
  not_justified: { zh: '理由不成立', en: 'not justified' },
}

const answer: Record<string, Sentence> = {
  explained: { zh: '情况属实、理由正当', en: 'there was good reason' },
  pursued: { zh: '已转办核查', en: 'being pursued' },
}

const consent: Record<string, Sentence> = {
  given: { zh: '同意', en: 'consented' },
  refused: { zh: '不同意', en: 'did not consent' },
}
const purpose: Record<string, Sentence> = {
  working: { zh: '内部研判', en: 'internal work' },
  passing_on: { zh: '转递其他单位', en: 'passing on' },
  proceedings: { zh: '用于诉讼', en: 'use in proceedings' },
}
const format: Record<string, Sentence> = { pdf: { zh: 'PDF', en: 'PDF' }, docx: { zh: 'DOCX', en: 'DOCX' } }
const template = Object.fromEntries(templates.map(({ id, name }) => [id, name]))

const turn: Record<string, Sentence> = {
  resolved: { zh: '已处理', en: 'settled' },
  reopened: { zh: '重新打开', en: 'reopened' },
}
const decision: Record<string, Sentence> = {
  accepted: { zh: '采纳', en: 'accepted' },
  rejected: { zh: '不采纳', en: 'rejected' },
}

const track = {
  administrative: { zh: '行政处罚', en: 'penalty procedure' },
  transfer: { zh: '移送刑事', en: 'transfer to the police' },
  reverse: { zh: '不起诉后移送', en: 'handing back after non-prosecution' },
}

const held = {
  Case: { zh: '一件案件', en: 'a case' },
  Clue: { zh: '一条线索', en: 'a clue' },
  EvidenceItem: { zh: '一项证据', en: 'an item of evidence' },
}

const webhook: Record<string, Sentence> = {
  on: { zh: '启用', en: 'on' },
  off: { zh: '停用', en: 'off' },
  renewed: { zh: '更换签名密钥', en: 'with a new secret' },
}

export const factWords: Record<string, Record<string, Sentence>> = {
  closing: {
    penalty_carried_out: { zh: '处罚执行完毕', en: 'penalty carried out' },
    no_penalty: { zh: '不予处罚', en: 'no penalty' },
    facts_not_established: { zh: '违法事实不能成立', en: 'facts not established' },
    not_filed: { zh: '不予立案', en: 'not filed' },
    judged: { zh: '判决生效', en: 'judged' },
    criminal_case_withdrawn: { zh: '撤销刑事案件', en: 'criminal case withdrawn' },
    not_prosecuted: { zh: '不起诉', en: 'not prosecuted' },
  },
  outcome,
  answer,
  level: levelWords,
  label: labelWords,
  handlingCode: handlingCodeWords,
  audience,
  knowing,
  reason,
  change,
  verdict,
  copies,
  field,
  how,
  consent,
  turn,
  decision,
  purpose,
  template,
  format,
  ...evidenceFactWords,
  ...chainFactWords,
  track,
  held,
  webhook,
}

export const acts: Record<string, Act> = {
  'session.sign-in': {
    zh: '通过本单位身份认证登录',
    en: 'signed in through the agency’s own provider',
    tried: { zh: '登录', en: 'sign in' },
  },
  'session.sign-out': {
    zh: '退出登录（{reason}）',
    en: 'signed out ({reason})',
    tried: { zh: '退出登录', en: 'sign out' },
  },
  'session.refused': { zh: '登录', en: 'was refused at sign-in', tried: { zh: '登录', en: 'sign in' } },
  'session.expire': {
    zh: '的会话结束（{reason}）',
    en: '’s session ended ({reason})',
    tried: { zh: '结束会话', en: 'end a session' },
  },
  'agency.bootstrap': {
    zh: '建立平台运行单位',
    en: 'entered the operator',
    tried: { zh: '建立平台运行单位', en: 'enter the operator' },
  },
  'agency.fillOffices': {
    zh: '登记平台空缺岗位的首任人选（{roles}）',
    en: 'entered the first holders of vacant offices of the operator ({roles})',
    tried: { zh: '登记平台空缺岗位的人选', en: 'fill vacant offices of the operator' },
  },
  'agency.register': {
    zh: '登记单位 {subject}',
    en: 'registered agency {subject}',
    tried: { zh: '登记单位', en: 'register an agency' },
  },
  'officer.proposeEntry': {
    zh: '提出登记 {agency} 人员 {officers} 人（{roles}）',
    en: 'proposed to enter {officers} officer(s) at {agency} ({roles})',
    tried: { zh: '提出登记人员', en: 'propose to enter officers' },
  },
  'officer.proposeChange': {
    zh: '提出 {agency} {officer} {change}（{roles}）',
    en: 'proposed {change} at {agency}: {officer} ({roles})',
    tried: { zh: '提出人员变更', en: 'propose a change to an officer' },
  },
  'officer.approve': {
    zh: '批准 {proposer} 提出的 {agency} {officer} {change}（{roles}）',
    en: 'approved {change} at {agency} proposed by {proposer}: {officer} ({roles})',
    tried: { zh: '批准人员变更', en: 'approve a change to officers' },
  },
  'officer.decline': {
    zh: '未同意 {proposer} 提出的 {agency} {officer} {change}（{roles}）',
    en: 'declined {change} at {agency} proposed by {proposer}: {officer} ({roles})',
    tried: { zh: '否决人员变更', en: 'decline a change to officers' },
  },
  'officer.withdraw': {
    zh: '撤回自己提出的 {agency} {officer} {change}（{roles}）',
    en: 'withdrew {change} at {agency}: {officer} ({roles})',
    tried: { zh: '撤回人员变更', en: 'withdraw a change to officers' },
  },
  'rules.adopt': {
    zh: '采用权限规则第 {version} 版（{how}，摘要 {digest}）',
    en: 'adopted version {version} of the permission rules ({how}, digest {digest})',
    tried: { zh: '采用权限规则', en: 'adopt permission rules' },
  },
  'rules.propose': {
    zh: '提出权限规则变更（摘要 {digest}）',
    en: 'proposed a change of the permission rules (digest {digest})',
    tried: { zh: '提出权限规则变更', en: 'propose a change of the permission rules' },
  },
  'rules.approve': {
    zh: '批准 {proposer} 提出的权限规则变更（摘要 {digest}）',
    en: 'approved the change of the permission rules proposed by {proposer} (digest {digest})',
    tried: { zh: '批准权限规则变更', en: 'approve a change of the permission rules' },
  },
  'rules.decline': {
    zh: '未同意 {proposer} 提出的权限规则变更（摘要 {digest}）',
    en: 'declined the change of the permission rules proposed by {proposer} (digest {digest})',
    tried: { zh: '否决权限规则变更', en: 'decline a change of the permission rules' },
  },
  'rules.withdraw': {
    zh: '撤回自己提出的权限规则变更（摘要 {digest}）',
    en: 'withdrew the change of the permission rules (digest {digest})',
    tried: { zh: '撤回权限规则变更', en: 'withdraw a change of the permission rules' },
  },
  'rules.compare': {
    zh: '比较两版权限规则',
    en: 'compared two versions of the permission rules',
    tried: { zh: '比较两版权限规则', en: 'compare two versions of the permission rules' },
  },
  'agreement.propose': {
    zh: '提出协议 {number}',
    en: 'proposed agreement {number}',
    tried: { zh: '提出协议', en: 'propose an agreement' },
  },
  'agreement.sign': {
    zh: '签署协议 {number}',
    en: 'signed agreement {number}',
    tried: { zh: '签署协议', en: 'sign an agreement' },
  },
  'clue.record': {
    zh: '登记线索 {subject}，标为“{label}”，处理限制“{handlingCode}”',
    en: 'recorded clue {subject}, labelled “{label}”, handling code “{handlingCode}”',
    tried: { zh: '登记线索', en: 'record a clue' },
  },
  'clue.find': {
    zh: '查看线索 {subject}',
    en: 'read clue {subject}',
    tried: { zh: '查看线索 {subject}', en: 'read clue {subject}' },
  },
  'case.open': {
    zh: '立案 {subject}，由 {clues} 条线索而来，标为“{label}”',
    en: 'opened case {subject} from {clues} clue(s), labelled “{label}”',
    tried: { zh: '立案', en: 'open a case' },
  },
  'case.find': {
    zh: '查看案件 {subject}',
    en: 'read case {subject}',
    tried: { zh: '查看案件 {subject}', en: 'read case {subject}' },
  },
  'case.recordFigure': {
    zh: '登记数量与金额',
    en: 'recorded a figure',
    tried: { zh: '登记数量与金额', en: 'record a figure' },
  },
  'case.recordStep': {
    zh: '在 {subject} 登记办理步骤“{step}”',
    en: 'recorded the step {step} in {subject}',
    tried: { zh: '在 {subject} 登记办理步骤', en: 'record a step in {subject}' },
  },
  'case.takeStep': {
    zh: '在 {subject} 办理{track}程序的一个步骤',
    en: 'took a step of the {track} in {subject}',
    tried: { zh: '在 {subject} 办理程序步骤', en: 'take a step in {subject}' },
  },
  'case.decideStep': {
    zh: '在 {subject} 决定{track}程序的一个步骤',
    en: 'decided a step of the {track} in {subject}',
    tried: { zh: '在 {subject} 批准程序步骤', en: 'decide a step in {subject}' },
  },
  'case.reviewStep': {
    zh: '在 {subject} 办理{track}程序的一个步骤（检察机关）',
    en: 'took a step of the {track} in {subject} for the procuratorate',
    tried: { zh: '在 {subject} 办理检察机关的程序步骤', en: 'take a step of the procuratorate in {subject}' },
  },
  'case.close': {
    zh: '将 {subject} 结案（{closing}）',
    en: 'closed {subject} ({closing})',
    tried: { zh: '将 {subject} 结案', en: 'close {subject}' },
  },
  'case.reopen': {
    zh: '恢复办理 {subject}',
    en: 'reopened {subject}',
    tried: { zh: '恢复办理 {subject}', en: 'reopen {subject}' },
  },
  'case.closing': {
    zh: '查看 {subject} 的结案情况',
    en: 'read how {subject} was closed',
    tried: { zh: '查看 {subject} 的结案情况', en: 'read how {subject} was closed' },
  },
  'case.steps': {
    zh: '查看 {subject} 的办案程序',
    en: 'read the procedure of {subject}',
    tried: { zh: '查看 {subject} 的办案程序', en: 'read the procedure of {subject}' },
  },
  'case.recordEvent': {
    zh: '登记办案经过',
    en: 'recorded an event',
    tried: { zh: '登记办案经过', en: 'record an event' },
  },
  'case.addSection': {
    zh: '增加卷宗章节（{audience}）',
    en: 'added a dossier section ({audience})',
    tried: { zh: '增加卷宗章节', en: 'add a dossier section' },
  },
  'case.layOutDossier': {
    zh: '按模板“{template}”建立卷宗章节',
    en: 'laid out the dossier after the template “{template}”',
    tried: { zh: '按模板建立卷宗章节', en: 'lay out the dossier after a template' },
  },
  'case.arrangeDossier': {
    zh: '调整卷宗章节顺序，移至第 {position} 节',
    en: 'moved a dossier section to place {position}',
    tried: { zh: '调整卷宗章节顺序', en: 'arrange the sections of the dossier' },
  },
  'dossier.contents': {
    zh: '查看卷宗目录',
    en: 'read the contents of the dossier',
    tried: { zh: '查看 {subject} 的卷宗目录', en: 'read the contents of the dossier of {subject}' },
  },
  'dossier.exportObstacles': {
    zh: '查看卷宗导出限制',
    en: 'looked up what keeps the dossier from being exported',
    tried: {
      zh: '查看 {subject} 的卷宗导出限制',
      en: 'look up what keeps the dossier of {subject} from being exported',
    },
  },
  'section.comment': {
    zh: '批注卷宗 {subject}，提醒 {mentions} 人',
    en: 'commented on dossier section {subject}, calling on {mentions} officer(s)',
    tried: { zh: '批注卷宗 {subject}', en: 'comment on dossier section {subject}' },
  },
  'section.resolve': {
    zh: '将卷宗 {subject} 的一条批注标为“{turn}”',
    en: 'marked a comment on dossier section {subject} as “{turn}”',
    tried: { zh: '处理卷宗 {subject} 的批注', en: 'settle a comment on dossier section {subject}' },
  },
  'section.comments': {
    zh: '查看卷宗 {subject} 的批注',
    en: 'read the comments on dossier section {subject}',
    tried: { zh: '查看卷宗 {subject} 的批注', en: 'read the comments on dossier section {subject}' },
  },
  'section.mentionable': {
    zh: '查看卷宗 {subject} 可提醒的人员',
    en: 'looked up whom to call on in dossier section {subject}',
    tried: { zh: '查看卷宗 {subject} 可提醒的人员', en: 'look up whom to call on in dossier section {subject}' },
  },
  'section.suggest': {
    zh: '对卷宗 {subject} 提出 {pieces} 处修改建议',
    en: 'suggested {pieces} change(s) of dossier section {subject}',
    tried: { zh: '对卷宗 {subject} 提出修改建议', en: 'suggest a change of dossier section {subject}' },
  },
  'section.decideSuggestion': {
    zh: '对卷宗 {subject} 的一处修改建议作出处理：{decision}',
    en: 'decided on a suggestion for dossier section {subject}: {decision}',
    tried: { zh: '处理卷宗 {subject} 的修改建议', en: 'decide on a suggestion for dossier section {subject}' },
  },
  'section.withdrawSuggestion': {
    zh: '撤回对卷宗 {subject} 的一处修改建议',
    en: 'withdrew a suggestion for dossier section {subject}',
    tried: { zh: '撤回对卷宗 {subject} 的修改建议', en: 'withdraw a suggestion for dossier section {subject}' },
  },
  'section.suggestions': {
    zh: '查看卷宗 {subject} 的修改建议',
    en: 'read the suggestions for dossier section {subject}',
    tried: { zh: '查看卷宗 {subject} 的修改建议', en: 'read the suggestions for dossier section {subject}' },
  },
  'section.quote': {
    zh: '在卷宗 {subject} 引用线索',
    en: 'quoted a clue in dossier section {subject}',
    tried: { zh: '在卷宗 {subject} 引用线索', en: 'quote a clue in dossier section {subject}' },
  },
  'section.askConsent': {
    zh: '就卷宗 {subject} 的线索引用征求提供单位同意（{purpose}）',
    en: 'asked the originator about a quotation in dossier section {subject} ({purpose})',
    tried: {
      zh: '就卷宗 {subject} 的线索引用征求提供单位同意',
      en: 'ask the originator about a quotation in dossier section {subject}',
    },
  },
  'clue.consent': {
    zh: '答复关于线索 {subject} 引用内容的征求：{consent}',
    en: 'answered the question about a quotation of clue {subject}: {consent}',
    tried: {
      zh: '答复关于线索 {subject} 引用内容的征求',
      en: 'answer the question about a quotation of clue {subject}',
    },
  },
  'clue.consents': {
    zh: '查看线索 {subject} 的引用征求',
    en: 'read what was asked about quotations of clue {subject}',
    tried: { zh: '查看线索 {subject} 的引用征求', en: 'read what was asked about quotations of clue {subject}' },
  },
  'grant.give': {
    zh: '将 {subject} 以“{level}”级别共享给 {agency}',
    en: 'shared {subject} with {agency} at level “{level}”',
    tried: { zh: '共享 {subject}', en: 'share {subject}' },
  },
  'grant.recall': {
    zh: '收回给 {agency} 的授权',
    en: 'recalled the grant to {agency}',
    tried: { zh: '收回授权', en: 'recall a grant' },
  },
  'grant.approve': {
    zh: '复核同意给 {agency} 的“{level}”授权',
    en: 'approved the “{level}” grant to {agency}',
    tried: { zh: '复核同意一项授权', en: 'approve a grant' },
  },
  'grant.decline': {
    zh: '复核不同意给 {agency} 的“{level}”授权',
    en: 'declined the “{level}” grant to {agency}',
    tried: { zh: '复核否决一项授权', en: 'decline a grant' },
  },
  'grant.extend': {
    zh: '延长给 {agency} 的授权',
    en: 'extended the grant to {agency}',
    tried: { zh: '延长授权', en: 'extend a grant' },
  },
  'grant.passOn': {
    zh: '将 {subject} 以“{level}”级别转递给 {agency}',
    en: 'passed {subject} on to {agency} at level “{level}”',
    tried: { zh: '转递 {subject}', en: 'pass {subject} on' },
  },
  'grant.note': {
    zh: '知悉给 {agency} 的授权，不作变动',
    en: 'took note of the grant to {agency} and left it as it is',
    tried: { zh: '知悉一项授权', en: 'take note of a grant' },
  },
  'grant.confirm': {
    zh: '复核并保留给 {agency} 的授权（“{level}”级别）',
    en: 'reviewed the grant to {agency} at level “{level}” and kept it',
    tried: { zh: '复核授权', en: 'review a grant' },
  },
  'grant.list': {
    zh: '查看授权清单',
    en: 'listed the grants',
    tried: { zh: '查看 {subject} 的授权清单', en: 'list the grants of {subject}' },
  },
  'grant.options': {
    zh: '查看可共享单位',
    en: 'looked up whom to share with',
    tried: { zh: '查看 {subject} 可共享的单位', en: 'look up whom to share {subject} with' },
  },
  'grant.onwardOptions': {
    zh: '查看可转递单位',
    en: 'looked up whom to pass on to',
    tried: { zh: '查看 {subject} 可转递的单位', en: 'look up whom to pass {subject} on to' },
  },
  'grant.preview': {
    zh: '预览共享范围',
    en: 'previewed a share',
    tried: { zh: '预览 {subject} 的共享范围', en: 'preview a share of {subject}' },
  },
  'grant.previewOnward': {
    zh: '预览转递范围',
    en: 'previewed passing on',
    tried: { zh: '预览 {subject} 的转递范围', en: 'preview passing {subject} on' },
  },
  'grant.giveToTaskForce': {
    zh: '将 {subject} 以“{level}”级别共享给专案组',
    en: 'shared {subject} with a task force at level “{level}”',
    tried: { zh: '共享 {subject} 给专案组', en: 'share {subject} with a task force' },
  },
  'grant.previewForTaskForce': {
    zh: '预览专案组共享范围',
    en: 'previewed a share with a task force',
    tried: { zh: '预览 {subject} 的专案组共享范围', en: 'preview a share of {subject} with a task force' },
  },
  'grant.autoShare': {
    zh: '登记后，按自动共享规则将 {subject} 以“{level}”级别共享给 {agency}',
    en: 'entered {subject}, which a rule shared with {agency} at level “{level}”',
    tried: { zh: '自动共享 {subject}', en: 'share {subject} by rule' },
  },
  'grant.autoShareLeftOut': {
    zh: '登记 {subject} 后，自动共享规则因没有可依据的协议未能共享给 {agency}',
    en: 'entered {subject}, which a rule could not share with {agency} for want of an agreement',
    tried: { zh: '自动共享 {subject}', en: 'share {subject} by rule' },
  },
  'access.widen': {
    zh: '扩大 {subject} 的知悉范围（{knowing}）',
    en: 'let others know of {subject} ({knowing})',
    tried: { zh: '扩大 {subject} 的知悉范围', en: 'let others know of {subject}' },
  },
  'taskForce.find': {
    zh: '查看专案组',
    en: 'looked at a task force',
    tried: { zh: '查看专案组', en: 'look at a task force' },
  },
  'taskForce.form': {
    zh: '组建专案组，共 {seats} 个席位',
    en: 'formed a task force with {seats} seat(s)',
    tried: { zh: '组建专案组', en: 'form a task force' },
  },
  'taskForce.seat': {
    zh: '在专案组为 {agency} 增加席位',
    en: 'gave {agency} a seat in a task force',
    tried: { zh: '增加专案组席位', en: 'give a seat in a task force' },
  },
  'taskForce.revokeSeat': {
    zh: '撤销 {agency} 的专案组席位',
    en: 'revoked the seat of {agency} in a task force',
    tried: { zh: '撤销专案组席位', en: 'revoke a seat in a task force' },
  },
  'taskForce.extend': {
    zh: '延长专案组期限',
    en: 'extended a task force',
    tried: { zh: '延长专案组期限', en: 'extend a task force' },
  },
  'taskForce.dissolve': {
    zh: '解散专案组，撤销 {seats} 个席位',
    en: 'dissolved a task force of {seats} seat(s)',
    tried: { zh: '解散专案组', en: 'dissolve a task force' },
  },
  'access.whoCanSee': {
    zh: '查看谁能看到',
    en: 'looked up who can see',
    tried: { zh: '查看谁能看到 {subject}', en: 'look up who can see {subject}' },
  },
  'explain.mine': {
    zh: '查看本人权限的依据',
    en: 'looked up what allows whom',
    tried: { zh: '查看本人对 {subject} 的权限依据', en: 'look up the own rights to {subject}' },
  },
  'explain.others': {
    zh: '查看谁有权限',
    en: 'looked up who may do what',
    tried: { zh: '查看谁对 {subject} 有权限', en: 'look up who may do what with {subject}' },
  },
  'explain.onDate': {
    zh: '查询过去某时谁能看到 {subject}',
    en: 'asked who could see {subject} at a past time',
    tried: { zh: '查询过去某时谁能看到 {subject}', en: 'ask who could see {subject} at a past time' },
  },
  'explain.ifStage': {
    zh: '推演阶段变化',
    en: 'asked what another stage would change',
    tried: { zh: '推演 {subject} 的阶段变化', en: 'ask what another stage would change in {subject}' },
  },
  'explain.ifRule': {
    zh: '推演规则变化',
    en: 'asked what another rule would change',
    tried: { zh: '推演规则变化对 {subject} 的影响', en: 'ask what another rule would change for {subject}' },
  },
  'explain.rules': {
    zh: '查看权限规则',
    en: 'read the rules',
    tried: { zh: '查看 {subject} 的权限规则', en: 'read the rules for {subject}' },
  },
  'dossier.outline': {
    zh: '查看卷宗目录',
    en: 'read the dossier outline',
    tried: { zh: '查看 {subject} 的卷宗目录', en: 'read the dossier outline of {subject}' },
  },
  'section.enter': {
    zh: '打开卷宗 {subject}',
    en: 'opened dossier section {subject}',
    tried: { zh: '打开卷宗 {subject}', en: 'open dossier section {subject}' },
  },
  'section.copyKey': {
    zh: '取得卷宗 {subject} 的本机加密密钥',
    en: 'took the key of the local copy of dossier section {subject}',
    tried: {
      zh: '取得卷宗 {subject} 的本机加密密钥',
      en: 'take the key of the local copy of dossier section {subject}',
    },
  },
  'seal.list': {
    zh: '查看 {subject} 的卷宗封存版本',
    en: 'looked at the sealed versions of the dossier of {subject}',
    tried: { zh: '查看 {subject} 的卷宗封存版本', en: 'look at the sealed versions of the dossier of {subject}' },
  },
  'seal.find': {
    zh: '查看 {subject} 的卷宗封存版',
    en: 'opened a sealed version of the dossier of {subject}',
    tried: { zh: '查看 {subject} 的卷宗封存版', en: 'open a sealed version of the dossier of {subject}' },
  },
  'seal.changes': {
    zh: '查看 {subject} 卷宗封存后的修改',
    en: 'looked at what changed since the dossier of {subject} was sealed',
    tried: {
      zh: '查看 {subject} 卷宗封存后的修改',
      en: 'look at what changed since the dossier of {subject} was sealed',
    },
  },
  'seal.propose': {
    zh: '提请封存 {subject} 的卷宗第 {number} 版，共 {sections} 节，须 {members} 个单位签署，摘要 {digest}',
    en: 'proposed to seal the dossier of {subject} as version {number}: {sections} section(s), {members} agencies to sign, digest {digest}',
    tried: { zh: '提请封存 {subject} 的卷宗', en: 'propose to seal the dossier of {subject}' },
  },
  'seal.sign': {
    zh: '签署 {subject} 的卷宗第 {number} 版（已签 {signed}/{members}），摘要 {digest}',
    en: 'signed version {number} of the dossier of {subject} ({signed} of {members} have signed), digest {digest}',
    tried: { zh: '签署 {subject} 的卷宗封存', en: 'sign a seal of the dossier of {subject}' },
  },
  'seal.decline': {
    zh: '不同意封存 {subject} 的卷宗第 {number} 版',
    en: 'declined to seal version {number} of the dossier of {subject}',
    tried: { zh: '不同意封存 {subject} 的卷宗', en: 'decline to seal the dossier of {subject}' },
  },
  'seal.withdraw': {
    zh: '撤回 {subject} 的卷宗第 {number} 版封存',
    en: 'withdrew the seal of version {number} of the dossier of {subject}',
    tried: { zh: '撤回 {subject} 的卷宗封存', en: 'withdraw a seal of the dossier of {subject}' },
  },
  'section.authorship': {
    zh: '查看卷宗 {subject} 的作者信息',
    en: 'looked at who wrote dossier section {subject}',
    tried: { zh: '查看卷宗 {subject} 的作者信息', en: 'look at who wrote dossier section {subject}' },
  },
  'section.exportAuthorship': {
    zh: '导出卷宗 {subject} 的作者清单',
    en: 'exported who wrote dossier section {subject}',
    tried: { zh: '导出卷宗 {subject} 的作者清单', en: 'export who wrote dossier section {subject}' },
  },
  'section.history': {
    zh: '查看卷宗 {subject} 的修改历史',
    en: 'looked at the history of dossier section {subject}',
    tried: { zh: '查看卷宗 {subject} 的修改历史', en: 'look at the history of dossier section {subject}' },
  },
  'section.past': {
    zh: '查看卷宗 {subject} 的历史内容',
    en: 'read what dossier section {subject} said before',
    tried: { zh: '查看卷宗 {subject} 的历史内容', en: 'read what dossier section {subject} said before' },
  },
  'section.compare': {
    zh: '比较卷宗 {subject} 的版本',
    en: 'compared versions of dossier section {subject}',
    tried: { zh: '比较卷宗 {subject} 的版本', en: 'compare versions of dossier section {subject}' },
  },
  'section.nameVersion': {
    zh: '为卷宗 {subject} 的版本命名（截至第 {seq} 号修改）',
    en: 'named a version of dossier section {subject} (up to update {seq})',
    tried: { zh: '为卷宗 {subject} 的版本命名', en: 'name a version of dossier section {subject}' },
  },
  'section.restore': {
    zh: '取出卷宗 {subject} 的历史版本用于恢复（截至第 {seq} 号修改）',
    en: 'took out a past version of dossier section {subject} to restore it (up to update {seq})',
    tried: { zh: '恢复卷宗 {subject} 的历史版本', en: 'restore a past version of dossier section {subject}' },
  },
  'section.write': {
    zh: '在卷宗 {subject} 写入',
    en: 'wrote in dossier section {subject}',
    tried: { zh: '在卷宗 {subject} 写入', en: 'write in dossier section {subject}' },
  },
  'section.wrote': {
    zh: '编写卷宗 {subject}，共 {updates} 次修改',
    en: 'wrote in dossier section {subject}: {updates} update(s)',
    tried: { zh: '编写卷宗 {subject}', en: 'write in dossier section {subject}' },
  },
  'section.restrict': {
    zh: '调整卷宗 {subject} 的阅读范围（{audience}）',
    en: 'changed who may read dossier section {subject} ({audience})',
    tried: { zh: '调整卷宗 {subject} 的阅读范围', en: 'change who may read dossier section {subject}' },
  },
  'case.prepareHandoff': {
    zh: '冻结移送材料 {number}，拟移送 {agency}',
    en: 'froze package {number} for {agency}',
    tried: { zh: '准备移送 {subject}', en: 'prepare a handoff of {subject}' },
  },
  'case.handBack': {
    zh: '冻结材料 {number}，拟移送 {agency} 行政处理',
    en: 'froze package {number} to give the case back to {agency}',
    tried: { zh: '准备将 {subject} 移送行政处理', en: 'prepare to give {subject} back' },
  },
  'case.giveOpinion': {
    zh: '冻结检察意见 {number}，拟发往 {agency}',
    en: 'froze opinion {number} to send to {agency}',
    tried: { zh: '就 {subject} 准备检察意见', en: 'prepare an opinion on {subject}' },
  },
  'case.handOver': {
    zh: '冻结材料 {number}，拟发往 {agency}',
    en: 'froze package {number} to send to {agency}',
    tried: { zh: '就 {subject} 准备移交、通知或督办', en: 'prepare goods, a notice or an order on {subject}' },
  },
  'clue.decline': {
    zh: '决定对 {subject} 不予立案（{number}）',
    en: 'declined to file a case from {subject} ({number})',
    tried: { zh: '决定对 {subject} 不予立案', en: 'decline to file a case from {subject}' },
  },
  'case.askAssistance': {
    zh: '提出协查 {number}，发往 {count} 家单位',
    en: 'asked for assistance {number} of {count} agencies',
    tried: { zh: '就 {subject} 请求协查', en: 'ask for assistance on {subject}' },
  },
  'assistance.find': {
    zh: '查看协查 {subject}',
    en: 'read request {subject}',
    tried: { zh: '查看协查 {subject}', en: 'read request {subject}' },
  },
  'assistance.crossCheck': {
    zh: '查看协查 {subject} 的比对结果',
    en: 'saw what the agency’s own records share with request {subject}',
    tried: {
      zh: '查看协查 {subject} 的比对结果',
      en: 'see what the records of the agency that was asked share with request {subject}',
    },
  },
  'assistance.letter': {
    zh: '生成协查 {subject} 的文书',
    en: 'made a letter of request {subject}',
    tried: { zh: '生成协查 {subject} 的文书', en: 'make a letter of request {subject}' },
  },
  'assistance.send': {
    zh: '向 {agency} 发出协查 {number}',
    en: 'sent request {number} to {agency}',
    tried: { zh: '发出协查 {subject}', en: 'send request {subject}' },
  },
  'assistance.receive': {
    zh: '签收、审查或认领 {from} 的协查 {number}',
    en: 'signed in, checked or claimed request {number} of {from}',
    tried: { zh: '签收、审查或认领协查 {subject}', en: 'sign in, check or claim request {subject}' },
  },
  'assistance.assign': {
    zh: '交办协查 {number}',
    en: 'assigned request {number}',
    tried: { zh: '交办协查 {subject}', en: 'assign request {subject}' },
  },
  'assistance.act': {
    zh: '办理协查 {number}',
    en: 'acted on request {number}',
    tried: { zh: '办理协查 {subject}', en: 'act on request {subject}' },
  },
  'assistance.reply': {
    zh: '答复 {from} 的协查 {number}',
    en: 'replied to request {number} of {from}',
    tried: { zh: '答复协查 {subject}', en: 'reply to request {subject}' },
  },
  'assistance.refuse': {
    zh: '对 {from} 的协查 {number} 不予协助',
    en: 'refused request {number} of {from}',
    tried: { zh: '对协查 {subject} 不予协助', en: 'refuse request {subject}' },
  },
  'assistance.answer': {
    zh: '处理 {agency} 对协查 {number} 的答复',
    en: 'answered {agency} about request {number}',
    tried: { zh: '处理协查 {subject} 的答复', en: 'answer about request {subject}' },
  },
  'assistance.oversee': {
    zh: '裁决协查 {number} 的争议',
    en: 'decided the dispute about request {number}',
    tried: { zh: '裁决协查 {subject} 的争议', en: 'decide the dispute about request {subject}' },
  },
  'clue.handOn': {
    zh: '冻结线索 {number}，拟移送 {agency}',
    en: 'froze clue package {number} for {agency}',
    tried: { zh: '准备移送线索 {subject}', en: 'prepare to hand on {subject}' },
  },
  'receipt.find': {
    zh: '下载 {subject} 的回执',
    en: 'downloaded receipts for {subject}',
    tried: { zh: '下载 {subject} 的回执', en: 'download receipts for {subject}' },
  },
  'handoff.find': {
    zh: '查看移送 {subject}',
    en: 'read handoff {subject}',
    tried: { zh: '查看移送 {subject}', en: 'read handoff {subject}' },
  },
  'handoff.letter': {
    zh: '生成移送 {subject} 的文书',
    en: 'made a letter of handoff {subject}',
    tried: { zh: '生成移送 {subject} 的文书', en: 'make a letter of handoff {subject}' },
  },
  'handoff.changes': {
    zh: '比对移送 {subject} 与原件现状',
    en: 'compared handoff {subject} with the present',
    tried: { zh: '比对移送 {subject} 与原件现状', en: 'compare handoff {subject} with the present' },
  },
  'handoff.dispatch': {
    zh: '批准并发出移送 {number}，致 {agency}',
    en: 'dispatched handoff {number} to {agency}',
    tried: { zh: '发出移送 {subject}', en: 'dispatch handoff {subject}' },
  },
  'handoff.sign': {
    zh: '签收移送 {number}',
    en: 'signed for handoff {number}',
    tried: { zh: '签收移送 {subject}', en: 'sign for handoff {subject}' },
  },
  'handoff.accept': {
    zh: '受理移送 {number}',
    en: 'accepted handoff {number}',
    tried: { zh: '受理移送 {subject}', en: 'accept handoff {subject}' },
  },
  'handoff.return': {
    zh: '退回移送 {number}',
    en: 'returned handoff {number}',
    tried: { zh: '退回移送 {subject}', en: 'return handoff {subject}' },
  },
  'handoff.deliver': {
    zh: '确认移送 {number} 送达',
    en: 'confirmed delivery of handoff {number}',
    tried: { zh: '确认移送 {subject} 送达', en: 'confirm delivery of handoff {subject}' },
  },
  'handoff.acceptInPart': {
    zh: '部分受理移送 {number}',
    en: 'accepted handoff {number} in part',
    tried: { zh: '部分受理移送 {subject}', en: 'accept handoff {subject} in part' },
  },
  'handoff.forward': {
    zh: '转送移送 {number}',
    en: 'forwarded handoff {number}',
    tried: { zh: '转送移送 {subject}', en: 'forward handoff {subject}' },
  },
  'handoff.act': {
    zh: '登记移送 {number} 的办理情况',
    en: 'acted on handoff {number}',
    tried: { zh: '登记移送 {subject} 的办理情况', en: 'act on handoff {subject}' },
  },
  'handoff.answer': {
    zh: '就移送 {number} 的答复作出处理',
    en: 'answered about handoff {number}',
    tried: { zh: '就移送 {subject} 的答复作出处理', en: 'answer about handoff {subject}' },
  },
  'handoff.oversee': {
    zh: '就移送 {number} 作出监督或裁决',
    en: 'oversaw or decided handoff {number}',
    tried: { zh: '就移送 {subject} 作出监督或裁决', en: 'oversee or decide handoff {subject}' },
  },
  'handoff.cancel': {
    zh: '撤销移送 {number}',
    en: 'cancelled handoff {number}',
    tried: { zh: '撤销移送 {subject}', en: 'cancel handoff {subject}' },
  },
  'hit.ask': {
    zh: '查询号码是否为其他单位掌握（查询编号 {digest}）',
    en: 'asked whether a number is known elsewhere (query mark {digest})',
    tried: { zh: '查询号码', en: 'ask about a number' },
  },
  'request.ask': {
    zh: '申请查阅（“{level}”级别）',
    en: 'asked for access at level “{level}”',
    tried: { zh: '申请查阅', en: 'ask for access' },
  },
  'request.find': {
    zh: '查看查阅申请',
    en: 'read a request for access',
    tried: { zh: '查看查阅申请', en: 'read a request for access' },
  },
  'request.withdraw': {
    zh: '撤回查阅申请',
    en: 'withdrew a request for access',
    tried: { zh: '撤回查阅申请', en: 'withdraw a request for access' },
  },
  'request.grant': {
    zh: '批准 {agency} 的查阅申请（“{level}”级别）',
    en: 'granted the request of {agency} at level “{level}”',
    tried: { zh: '批准查阅申请', en: 'grant a request for access' },
  },
  'request.admit': {
    zh: '批准 {agency} 查阅卷宗的一节',
    en: 'opened a dossier section to {agency} as asked',
    tried: { zh: '批准查阅卷宗的一节', en: 'open a dossier section as asked' },
  },
  'request.decline': {
    zh: '未批准 {agency} 的查阅申请',
    en: 'declined the request of {agency}',
    tried: { zh: '答复查阅申请', en: 'decline a request for access' },
  },
  'emergency.open': {
    zh: '紧急查阅 {agency} 的记录',
    en: 'broke the glass before a record of {agency}',
    tried: { zh: '紧急查阅', en: 'break the glass' },
  },
  'emergency.find': {
    zh: '查看紧急查阅记录',
    en: 'read an emergency access',
    tried: { zh: '查看紧急查阅记录', en: 'read an emergency access' },
  },
  'emergency.review': {
    zh: '核查 {agency} 的紧急查阅，结论为“{outcome}”',
    en: 'reviewed an emergency access of {agency}: “{outcome}”',
    tried: { zh: '核查紧急查阅', en: 'review an emergency access' },
  },
  'webhook.setUp': {
    zh: '登记推送地址，推送 {count} 类通知',
    en: 'set up a webhook for {count} kinds of notices',
    tried: { zh: '登记推送地址', en: 'set up a webhook' },
  },
  'webhook.change': {
    zh: '修改推送地址（{webhook}）',
    en: 'changed a webhook ({webhook})',
    tried: { zh: '修改推送地址', en: 'change a webhook' },
  },
  'webhook.secret': {
    zh: '查看推送地址的签名密钥',
    en: 'looked at the signing secret of a webhook',
    tried: { zh: '查看推送地址的签名密钥', en: 'look at the signing secret of a webhook' },
  },
  'webhook.replay': {
    zh: '重新推送',
    en: 'delivered a notice once more',
    tried: { zh: '重新推送', en: 'deliver a notice once more' },
  },
  'notice.see': {
    zh: '将 {count} 条通知标为已读',
    en: 'marked {count} notices as read',
    tried: { zh: '标记通知', en: 'mark notices' },
  },
  'notice.climb': {
    zh: '{subject} 的限时通知 {minutes} 分钟无人查看，报 {agency} {roles}',
    en: 'told {roles} of {agency} of {subject}, of which nobody had read the notice for {minutes} minutes',
    tried: { zh: '上报无人查看的通知', en: 'tell of a notice that nobody read' },
  },
  'notice.choose': {
    zh: '更改通知设置',
    en: 'chose what to be told of',
    tried: { zh: '更改通知设置', en: 'choose what to be told of' },
  },
  'alert.answer': {
    zh: '处理涉及 {agency} 人员的审计预警：{answer}',
    en: 'answered an alert about an officer of {agency}: {answer}',
    tried: { zh: '处理审计预警', en: 'answer an alert' },
  },
  'radar.supervise': {
    zh: '就不移送监督线索（{rule}）向 {agency} 制作监督文书 {number}',
    en: 'prepared the supervision {number} of {agency} from the radar ({rule})',
    tried: { zh: '从监督线索开启监督', en: 'open supervision from the radar' },
  },
  'radar.beginDraw': {
    zh: '开始随机抽查 {count} 件，平台种子的承诺值 {commitment}',
    en: 'began a draw of {count}; the hub is bound to the seed {commitment}',
    tried: { zh: '开始随机抽查', en: 'begin a draw' },
  },
  'radar.freezeDraw': {
    zh: '冻结抽查名单共 {count} 行，摘要 {populationDigest}',
    en: 'froze the {count} lines to draw from: {populationDigest}',
    tried: { zh: '冻结抽查名单', en: 'freeze the population of a draw' },
  },
  'radar.drawSample': {
    zh: '抽出 {count} 件，公开种子 {seed}',
    en: 'drew {count}; the seed was {seed}',
    tried: { zh: '抽取样本', en: 'draw a sample' },
  },
  'hold.lay': {
    zh: '对{held}设置保全',
    en: 'laid a hold on {held}',
    tried: { zh: '设置保全', en: 'lay a hold' },
  },
  'hold.lift': {
    zh: '解除对{held}的保全',
    en: 'lifted a hold on {held}',
    tried: { zh: '解除保全', en: 'lift a hold' },
  },
  'salts.propose': {
    zh: '提出销毁 {salts} 条日志的盐值（{scope}）',
    en: 'proposed to destroy the salts of {salts} entries ({scope})',
    tried: { zh: '提出销毁盐值', en: 'propose to destroy salts' },
  },
  'salts.approve': {
    zh: '批准并销毁 {salts} 条日志的盐值（{scope}）',
    en: 'approved and destroyed the salts of {salts} entries ({scope})',
    tried: { zh: '批准销毁盐值', en: 'approve the destruction of salts' },
  },
  'salts.decline': {
    zh: '不同意销毁 {salts} 条日志的盐值（{scope}）',
    en: 'declined to destroy the salts of {salts} entries ({scope})',
    tried: { zh: '不同意销毁盐值', en: 'decline the destruction of salts' },
  },
  'salts.withdraw': {
    zh: '撤回销毁 {salts} 条日志盐值的提议（{scope}）',
    en: 'withdrew the proposal to destroy the salts of {salts} entries ({scope})',
    tried: { zh: '撤回销毁提议', en: 'withdraw a proposal to destroy salts' },
  },
  'audit.ofAdministration': {
    zh: '查看管理操作记录',
    en: 'read the trail of administration',
    tried: { zh: '查看管理操作记录', en: 'read the trail of administration' },
  },
  'case.bundle': {
    zh: '出具 {subject} 的案件包',
    en: 'took the bundle of {subject}',
    tried: { zh: '出具 {subject} 的案件包', en: 'take the bundle of {subject}' },
  },
  'audit.reportCase': {
    zh: '出具 {subject} 的审计记录报告',
    en: 'took a report of the trail of {subject}',
    tried: { zh: '出具 {subject} 的审计记录报告', en: 'take a report of the trail of {subject}' },
  },
  'audit.exportCase': {
    zh: '导出 {subject} 的审计记录',
    en: 'took the audit trail of {subject} along as a file',
    tried: { zh: '导出 {subject} 的审计记录', en: 'take the audit trail of {subject} along' },
  },
  'audit.ofCase': {
    zh: '查看审计记录',
    en: 'read the audit trail',
    tried: { zh: '查看 {subject} 的审计记录', en: 'read the audit trail of {subject}' },
  },
  'clue.assess': {
    zh: '研判线索 {subject}：{verdict}，{grade}',
    en: 'assessed clue {subject}: {verdict}, {grade}',
    tried: { zh: '研判线索 {subject}', en: 'assess clue {subject}' },
  },
  'assessment.ofClue': {
    zh: '查看线索 {subject} 的研判意见',
    en: 'read the assessments of clue {subject}',
    tried: { zh: '查看线索 {subject} 的研判意见', en: 'read the assessments of clue {subject}' },
  },
  'clue.correct': {
    zh: '更正线索 {subject} 的 {fields} 项内容',
    en: 'corrected {fields} field(s) of clue {subject}',
    tried: { zh: '更正线索 {subject}', en: 'correct clue {subject}' },
  },
  'case.correct': {
    zh: '更正案件 {subject} 的 {fields} 项登记信息',
    en: 'corrected {fields} field(s) of case {subject}',
    tried: { zh: '更正案件 {subject}', en: 'correct case {subject}' },
  },
  'correction.list': {
    zh: '查看 {subject} 的更正',
    en: 'read the corrections of {subject}',
    tried: { zh: '查看 {subject} 的更正', en: 'read the corrections of {subject}' },
  },
  'recall.find': {
    zh: '查看收回或更正通知',
    en: 'read a notice of recall or correction',
    tried: { zh: '查看收回或更正通知', en: 'read a notice of recall or correction' },
  },
  'recall.acknowledge': {
    zh: '回执知悉 {number} 的收回或更正，副本{copies}',
    en: 'acknowledged the recall or correction of {number}; copies: {copies}',
    tried: { zh: '回执知悉收回或更正', en: 'acknowledge a recall or correction' },
  },
  'proposal.propose': {
    zh: '对 {subject} 的“{field}”提出修改建议',
    en: 'proposed another value for “{field}” of {subject}',
    tried: { zh: '对 {subject} 提出修改建议', en: 'propose a change of {subject}' },
  },
  'proposal.accept': {
    zh: '采纳 {agency} 对“{field}”的修改建议',
    en: 'accepted the proposal of {agency} on “{field}”',
    tried: { zh: '采纳修改建议', en: 'accept a proposed change' },
  },
  'proposal.discard': {
    zh: '不采纳 {agency} 对“{field}”的修改建议',
    en: 'discarded the proposal of {agency} on “{field}”',
    tried: { zh: '不采纳修改建议', en: 'discard a proposed change' },
  },
  'proposal.rebase': {
    zh: '重新确认对“{field}”的修改建议',
    en: 'upheld the proposal on “{field}”',
    tried: { zh: '重新确认修改建议', en: 'uphold a proposed change' },
  },
  'proposal.withdraw': {
    zh: '撤回对“{field}”的修改建议',
    en: 'withdrew the proposal on “{field}”',
    tried: { zh: '撤回修改建议', en: 'withdraw a proposed change' },
  },
  'derivation.report': {
    zh: '查看 {subject} 的派生情况',
    en: 'looked up where {subject} went',
    tried: { zh: '查看 {subject} 的派生情况', en: 'look up where {subject} went' },
  },
  'clue.export': {
    zh: '导出线索 {subject}，处理限制“{handlingCode}”',
    en: 'exported clue {subject}, handling code “{handlingCode}”',
    tried: { zh: '导出线索 {subject}', en: 'export clue {subject}' },
  },
  'clue.exported': {
    zh: '打开线索 {subject} 的导出页',
    en: 'opened the exported page of clue {subject}',
    tried: { zh: '打开线索 {subject} 的导出页', en: 'open the exported page of clue {subject}' },
  },
  'file.begin': {
    zh: '开始上传 {subject}（{bytes} 字节，处理限制“{handlingCode}”）',
    en: 'began to upload {subject} ({bytes} bytes, handling code “{handlingCode}”)',
    tried: { zh: '上传案件文件', en: 'upload a file of a case' },
  },
  'file.upload': {
    zh: '续传 {subject}',
    en: 'went on uploading {subject}',
    tried: { zh: '续传案件文件', en: 'go on uploading a file of a case' },
  },
  'file.finish': {
    zh: '上传 {subject}（{bytes} 字节），SHA-256 {sha256}，SM3 {sm3}',
    en: 'uploaded {subject} ({bytes} bytes), SHA-256 {sha256}, SM3 {sm3}',
    tried: { zh: '完成上传 {subject}', en: 'complete the upload of {subject}' },
  },
  'file.discard': {
    zh: '放弃上传 {subject}',
    en: 'gave up uploading {subject}',
    tried: { zh: '放弃上传 {subject}', en: 'give up uploading {subject}' },
  },
  'file.mark': {
    zh: '修改 {subject} 的标记，处理限制“{handlingCode}”',
    en: 'changed the marks of {subject}, handling code “{handlingCode}”',
    tried: { zh: '修改 {subject} 的标记', en: 'change the marks of {subject}' },
  },
  'file.preview': {
    zh: '预览 {subject}，已核对 SHA-256 {sha256}',
    en: 'previewed {subject}, its SHA-256 {sha256} compared',
    tried: { zh: '预览 {subject}', en: 'preview {subject}' },
  },
  'file.download': {
    zh: '下载 {subject}，用途“{purpose}”，已核对 SHA-256 {sha256}',
    en: 'downloaded {subject} for {purpose}, its SHA-256 {sha256} compared',
    tried: { zh: '下载 {subject}', en: 'download {subject}' },
  },
  'file.ofCase': {
    zh: '查看 {subject} 的文件',
    en: 'looked at the files of {subject}',
    tried: { zh: '查看 {subject} 的文件', en: 'look at the files of {subject}' },
  },
  'case.exportDossier': {
    zh: '导出 {subject} 的卷宗 {sections} 节（{format}），用途“{purpose}”，文件摘要值 {fileDigest}',
    en: 'exported {sections} dossier sections of {subject} as {format} for {purpose}, file digest {fileDigest}',
    tried: { zh: '导出 {subject} 的卷宗', en: 'export the dossier of {subject}' },
  },
  'clock.explain': {
    zh: '查看法定时限的推算过程',
    en: 'looked up how a statutory clock is counted',
    tried: { zh: '查看法定时限的推算过程', en: 'look up how a statutory clock is counted' },
  },
  'clock.warn': {
    zh: '提醒：{subject} 的法定时限（{rule}）将于 {until} 届满',
    en: 'warned that the statutory clock {rule} of {subject} ends at {until}',
    tried: { zh: '提醒法定时限', en: 'warn of a statutory clock' },
  },
  'clock.overdue': {
    zh: '{subject} 的法定时限（{rule}）已于 {until} 届满，届满时无人办结',
    en: 'noted that the statutory clock {rule} of {subject} ended at {until} and nobody had acted',
    tried: { zh: '记录法定时限届满', en: 'note the end of a statutory clock' },
  },
  'clock.escalate': {
    zh: '{subject} 的法定时限（{rule}）逾期未办结，报上级 {superior}',
    en: 'told {superior} that the statutory clock {rule} of {subject} is overdue',
    tried: { zh: '将逾期时限报上级', en: 'tell the superior of an overdue clock' },
  },
  'clock.recompute': {
    zh: '期限规则或放假安排变更，重新推算 {subject} 的法定时限（{rule}），截止时间由 {was} 改为 {until}',
    en: 'reckoned the statutory clock {rule} of {subject} anew by changed rules or a new calendar: from {was} to {until}',
    tried: { zh: '重新推算法定时限', en: 'reckon a statutory clock anew' },
  },
  'evidence.ofCase': {
    zh: '查看证据目录',
    en: 'looked through the evidence',
    tried: { zh: '查看证据目录', en: 'look through the evidence' },
  },
  'evidence.options': {
    zh: '打开证据登记表',
    en: 'opened the form for evidence',
    tried: { zh: '打开证据登记表', en: 'open the form for evidence' },
  },
  'evidence.find': {
    zh: '查看证据 {subject}',
    en: 'looked at the evidence {subject}',
    tried: { zh: '查看证据', en: 'look at an item of evidence' },
  },
  'evidence.record': {
    zh: '登记证{number}（{evidenceKind}）',
    en: 'registered item {number} of the evidence ({evidenceKind})',
    tried: { zh: '登记证据', en: 'register evidence' },
  },
  'evidence.takeReply': {
    zh: '将协查答复作为证{number}入卷（{evidenceKind}）',
    en: 'took an answer to a request for assistance as item {number} of the evidence ({evidenceKind})',
    tried: { zh: '将协查答复作为证据入卷', en: 'take an answer to a request for assistance as evidence' },
  },
  'evidence.amend': {
    zh: '更正证{number}',
    en: 'put item {number} of the evidence right',
    tried: { zh: '更正证据', en: 'put an item of evidence right' },
  },
  'evidence.cure': {
    zh: '补正或者说明证{number}的瑕疵（{line}）',
    en: 'cured the defect {line} of item {number} of the evidence',
    tried: { zh: '补正证据瑕疵', en: 'cure a defect of the evidence' },
  },
  'evidence.convert': {
    zh: '确认证{number}的转换方式：{use}',
    en: 'decided on the use of item {number} of the evidence: {use}',
    tried: { zh: '确认证据转换', en: 'decide on the use of evidence' },
  },
  'evidence.give': {
    zh: '交出证{number}（{moves}）',
    en: 'handed over item {number} of the evidence ({moves})',
    tried: { zh: '交出证据', en: 'hand evidence over' },
  },
  'evidence.receive': {
    zh: '对移交的证{number}作出答复：{receipt}',
    en: 'answered the transfer of item {number} of the evidence: {receipt}',
    tried: { zh: '签收证据', en: 'sign for evidence' },
  },
  'evidence.keep': {
    zh: '登记证{number}的保管情况：{custody}',
    en: 'recorded what happened to item {number} of the evidence: {custody}',
    tried: { zh: '登记保管情况', en: 'record what happened to evidence' },
  },
  'evidence.dispose': {
    zh: '处置证{number}：{custody}',
    en: 'disposed of item {number} of the evidence: {custody}',
    tried: { zh: '发还、拍卖、销毁证据', en: 'return, auction or destroy evidence' },
  },
  'evidence.attach': {
    zh: '为证{number}关联文件',
    en: 'attached a file to item {number} of the evidence',
    tried: { zh: '为证据关联文件', en: 'attach a file to evidence' },
  },
  'evidence.detach': {
    zh: '解除证{number}的一个文件',
    en: 'took a file off item {number} of the evidence',
    tried: { zh: '解除证据的文件', en: 'take a file off evidence' },
  },
  'evidence.compare': {
    zh: '重新计算证{number}的文件摘要，{files} 个中 {unsound} 个不符',
    en: 'digested the files of item {number} of the evidence anew: {unsound} of {files} differ',
    tried: { zh: '核对证据文件的摘要', en: 'compare the files of evidence with their digests' },
  },
  'evidence.links': {
    zh: '查看文件所属证据',
    en: 'looked up which evidence files belong to',
    tried: { zh: '查看文件所属证据', en: 'look up which evidence files belong to' },
  },
  'chain.ofCase': {
    zh: '查看证据链',
    en: 'looked at the chain of evidence',
    tried: { zh: '查看证据链', en: 'look at the chain of evidence' },
  },
  'chain.choose': {
    zh: '为证据链选择罪名 {charges} 项',
    en: 'chose {charges} charges for the chain of evidence',
    tried: { zh: '为证据链选择罪名', en: 'choose the charges of the chain of evidence' },
  },
  'chain.bind': {
    zh: '把证{number}绑定到待证事实（{relation}）',
    en: 'bound item {number} of the evidence to a fact ({relation})',
    tried: { zh: '把证据绑定到待证事实', en: 'bind evidence to a fact' },
  },
  'chain.unbind': {
    zh: '解除证{number}与待证事实的绑定',
    en: 'took item {number} of the evidence off a fact',
    tried: { zh: '解除证据与待证事实的绑定', en: 'take evidence off a fact' },
  },
  'chain.explain': {
    zh: '说明证{number}的矛盾如何排除',
    en: 'explained how the contradiction of item {number} of the evidence is resolved',
    tried: { zh: '说明矛盾如何排除', en: 'explain a contradiction' },
  },
  'review.ofCase': {
    zh: '打开审查台',
    en: 'opened the desk of the review',
    tried: { zh: '打开审查台', en: 'open the desk of the review' },
  },
  'review.note': {
    zh: '记下个人审查笔记',
    en: 'kept a private note',
    tried: { zh: '记个人审查笔记', en: 'keep a private note' },
  },
  'review.drop': {
    zh: '删除个人审查笔记',
    en: 'deleted a private note',
    tried: { zh: '删除个人审查笔记', en: 'delete a private note' },
  },
  'review.mark': {
    zh: '记录证据三性审查意见',
    en: 'recorded an opinion on the properties of evidence',
    tried: { zh: '记录证据三性审查意见', en: 'record an opinion on the properties of evidence' },
  },
  'goods.ofItem': {
    zh: '查看货物清单',
    en: 'looked at the list of goods',
    tried: { zh: '查看货物清单', en: 'look at the list of goods' },
  },
  'goods.preview': {
    zh: '预览货物清单',
    en: 'previewed a list of goods',
    tried: { zh: '预览货物清单', en: 'preview a list of goods' },
  },
  'goods.enter': {
    zh: '在证{number}下录入货物 {lines} 行',
    en: 'entered {lines} lines of goods under item {number} of the evidence',
    tried: { zh: '录入货物清单', en: 'enter a list of goods' },
  },
  'goods.strike': {
    zh: '作废证{number}货物清单第 {line} 行',
    en: 'struck out line {line} of the goods of item {number} of the evidence',
    tried: { zh: '作废货物清单的一行', en: 'strike out a line of goods' },
  },
  'search.all': { zh: '检索', en: 'searched', tried: { zh: '检索', en: 'search' } },
}
