export const zh = {
  title: '搜索',
  found: '“{q}” 找到 {total} 项',
  foundMany: '“{q}” 结果较多，先显示最新的',
  cases: '案件',
  clues: '线索',
  noCases: '没有匹配的案件',
  noClues: '没有匹配的线索',
  none: '没有找到与“{q}”有关的内容',
  noneNext: '没有，或不在您的知悉范围内。换个编号或关键词再试，或联系立案单位。',
  ask: '输入编号或关键词',
  askNext: '可以搜索案件名称、案件编号、线索编号、标题和地点。按 / 键随时回到搜索框。',
} as const
