/** The walls of the house: which folder may import which. The compiler keeps hosts out; this keeps folders apart. */
const only = (name, from, may) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '(\\.test\\.tsx?$|/test/)' },
  to: { path: '^src/', pathNot: may },
})

const venues = ['bybit', 'binance'].map((venue) =>
  only(`venue-${venue}`, `^src/venues/${venue}/`, [
    '^src/shared/',
    '^src/engine/ports/',
    '^src/engine/account/event\\.ts$',
    '^src/engine/market/',
    '^src/venues/signed-reads\\.ts$',
    `^src/venues/${venue}/`,
  ]),
)

export default {
  forbidden: [
    only('shared-stands-alone', '^src/shared/', '^src/shared/'),
    only('engine-sees-shared', '^src/engine/', '^src/(shared|engine)/'),
    ...venues,
    only('simulator-shares-no-decoder', '^src/simulator/', '^src/(shared|simulator|engine/ports)/'),
    only('node-sees-ports', '^src/node/', '^src/(shared|node|engine/ports)/'),
    only('channels-see-ports', '^src/channels/', '^src/(shared|channels|engine/ports)/'),
    only('host-walls', '^src/host/', '^src/(?!main/|headless/|preload/|renderer/)'),
    only('main-walls', '^src/main/', '^src/(?!renderer/|headless/)'),
    only('headless-walls', '^src/headless/', '^src/(?!renderer/|main/|preload/)'),
    only('preload-walls', '^src/preload/', '^src/(preload/|shared/link\\.ts)'),
    only('renderer-walls', '^src/renderer/', '^src/(renderer|shared)/'),
    {
      name: 'contract-is-a-type-in-the-page',
      severity: 'error',
      from: { path: '^src/renderer/', pathNot: '(\\.test\\.tsx?$|/test/)' },
      to: { path: '^src/shared/(contract|frames|fields|.*-rows)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'warn',
      from: { orphan: true, pathNot: '(\\.d\\.ts$|/(index|main)\\.tsx?$)' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.tests.json' },
    exclude: { path: '(node_modules|/fixtures/)' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
}
