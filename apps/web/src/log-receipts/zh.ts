export const zh = {
  open: '存证回执',
  title: '{name}的存证回执',
  lead: '每份回执证明一步操作确已写入各单位共同见证的日志。可脱离平台、离线校验。',
  close: '关闭',
  download: '下载回执',
  downloadOf: '下载回执：{act}',
  all: '全部下载',
  waits: '等待足够单位见证，几分钟后再来下载。',
  none: '这里还没有可出具回执的操作。',
  verifying:
    '校验方法：在任何电脑上打开校验页（可存入优盘），选择信任清单和回执文件；或用命令 lianban verify。信任清单应当另行可靠取得，不与回执一并转交。',
  page: '离线校验页',
  trust: '信任清单',
} as const
