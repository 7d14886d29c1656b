// Who may import whom: design.md, "Imports run one way". Tests and the worlds they stand on may reach further.
const layers = {
  kernel: [],
  'lined-yaml': [],
  law: ['kernel', 'lined-yaml'],
  'casl-drizzle': [],
  policy: ['kernel', 'casl-drizzle', 'lined-yaml'],
  db: ['kernel'],
  audit: ['kernel', 'law', 'policy', 'db'],
  identity: ['kernel', 'law', 'policy', 'db'],
  dossier: ['kernel', 'law', 'policy', 'db'],
  collab: ['kernel', 'law', 'policy', 'db'],
  hub: ['kernel', 'law', 'policy', 'db', 'audit', 'identity', 'dossier', 'collab', 'papers'],
  demo: ['kernel', 'hub'],
  papers: [],
  files: [],
  ui: [],
}

const tests =
  '\\.test\\.tsx?$|/a-[a-z-]+\\.ts$|/[a-z]+-(world|contract)\\.ts$|^apps/demo-idp/src/(cookie-jar|read-form)\\.ts$'

const oneWay = Object.entries(layers).map(([name, below]) => ({
  name: `one-way-${name}`,
  comment: `${name} stands on ${below.join(', ') || 'no package of ours'}`,
  severity: 'error',
  from: { path: `^packages/${name}/`, pathNot: tests },
  to: { path: '^(packages|apps|tests)/', pathNot: `^packages/(${[name, ...below].join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'every-package-has-its-place',
      comment: 'a new package is given its layer in this file',
      severity: 'error',
      from: { path: '^packages/', pathNot: `^packages/(${Object.keys(layers).join('|')})/` },
      to: {},
    },
    {
      name: 'apps-stand-alone',
      comment: 'an app is imported by nobody but the server, which starts the demonstration',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: `${tests}|^apps/server/src/demo-world\\.ts$` },
      to: { path: '^(apps|tests)/', pathNot: ['^apps/$1/', '^apps/server/'] },
    },
    {
      name: 'only-types-of-the-server',
      comment: 'nobody runs the server’s code but itself',
      severity: 'error',
      from: { path: '^apps/', pathNot: `^apps/server/|${tests}` },
      to: { path: '^apps/server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-takes-types-only-from-the-hub',
      comment: 'a value of the hub would carry the server into the browser',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^packages/hub/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-takes-values-from-few',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^packages/', pathNot: '^packages/(kernel|law|dossier|audit|ui|hub)/' },
    },
    {
      name: 'demo-idp-knows-nobody',
      severity: 'error',
      from: { path: '^apps/demo-idp/', pathNot: tests },
      to: { path: '^packages/' },
    },
    {
      name: 'packages-by-their-entrance',
      comment: 'a package is reached through what it exports',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/', pathNot: tests },
      to: {
        path: '^packages/',
        pathNot: [
          '^$1/$2/',
          '^packages/[^/]+/src/index\\.ts$',
          '^packages/kernel/src/(digest|signature)\\.ts$',
          '^packages/audit/src/pure\\.ts$',
          '^packages/dossier/src/sealed-file\\.ts$',
          '^packages/law/src/names\\.ts$',
          '\\.css$',
        ],
      },
    },
    {
      name: 'verticals-by-their-entrance',
      comment: 'inside the hub one vertical reaches another through its index',
      severity: 'error',
      from: { path: '^packages/hub/src/([^/]+)/', pathNot: tests },
      to: {
        path: '^packages/hub/src/[^/]+/',
        pathNot: ['^packages/hub/src/$1/', '^packages/hub/src/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'verticals-by-their-entrance-from-above',
      severity: 'error',
      from: { path: '^packages/hub/src/[^/]+\\.ts$', pathNot: tests },
      to: { path: '^packages/hub/src/[^/]+/', pathNot: '^packages/hub/src/[^/]+/index\\.ts$' },
    },
    {
      name: 'not-through-the-own-entrance',
      comment: 'a file that imports the index of its own package makes a cycle sooner or later',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/', pathNot: tests },
      to: { path: '^$1/$2/src/index\\.ts$' },
    },
    {
      name: 'not-through-the-own-vertical',
      severity: 'error',
      from: { path: '^packages/hub/src/([^/]+)/', pathNot: tests },
      to: { path: '^packages/hub/src/$1/index\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'type-only imports count: a cycle of types is a cycle of thoughts',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'what does not resolve was not looked at',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.css', '.json'],
    },
  },
}
