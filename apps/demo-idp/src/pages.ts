import type { DemoAgency } from './demo-agency.ts'
import { fontsPath } from './fonts.ts'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const style = `
:root { color-scheme: light dark; --ground: #f4f6f5; --card: #fff; --ink: #1c2422; --soft: #5d6966; --line: #d9dfdd; --accent: #0f6b5c; --note: #eef4f2 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #131817; --card: #1b2220; --ink: #e6ecea; --soft: #9aa8a4; --line: #2f3a37; --accent: #5cc5b0; --note: #212b28 }
}
* { box-sizing: border-box }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 24px 16px; background: var(--ground); color: var(--ink);
  font: 16px/1.6 "Noto Sans SC Variable", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif }
main { width: 100%; max-width: 440px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 28px }
h1 { font-size: 22px; line-height: 1.35; margin: 0 }
.en { display: block; color: var(--soft); font-size: 13px; font-weight: 400 }
.note { margin: 16px 0 20px; padding: 10px 14px; border-radius: 8px; background: var(--note); font-size: 14px }
form { display: grid; gap: 10px }
button { text-align: start; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; cursor: pointer }
button:hover { border-color: var(--accent) }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }`

const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${fontsPath}index.css">
<style>${style}</style>
</head>
<body><main>${body}</main></body>
</html>
`

/** The posts of one agency as buttons. */
export const choicePage = (agency: DemoAgency): string =>
  page(
    `演示登录 · ${agency.nameZh}`,
    `<h1>${escaped(agency.nameZh)}<span class="en" lang="en">${escaped(agency.nameEn)}</span></h1>
<p class="note">演示登录：不验证身份，不需要密码。请选择岗位。
<span class="en" lang="en">Demonstration sign-in: nobody is checked and no password is asked. Choose a post.</span></p>
<form method="post">${agency.officers
      .map(
        (officer) =>
          `<button name="subject" value="${escaped(officer.subject)}">${escaped(officer.postZh)}<span class="en" lang="en">${escaped(officer.postEn)}</span></button>`,
      )
      .join('\n')}</form>`,
  )

export const errorPage = (code: string): string =>
  page(
    '登录未完成',
    `<h1>登录未完成<span class="en" lang="en">Sign-in was not completed</span></h1>
<p class="note">本次登录已失效或请求有误。请返回联办平台，重新点击登录。
<span class="en" lang="en">This sign-in has expired or the request was wrong. Go back to Lianban and sign in again. (${escaped(code)})</span></p>`,
  )
