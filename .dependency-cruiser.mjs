// Who may import whom: docs/architecture.md in the form that a machine checks. `npm run check` runs it.

/** Pure packages that src/shared may use: no platform APIs, the same results on every runtime. */
const purePackages = [
	'valibot',
	'uuid',
	'minisearch',
	'@lingui/core',
	'@lingui/message-utils',
	'@orama/stemmers',
	'papaparse',
	'approx-string-match',
	'@noble/ciphers',
	'@noble/hashes',
	'age-encryption',
	'd3-force',
	'topojson-client',
	// Of it the reader of tiles alone, which gets its bytes and their unpacking from its host.
	'pmtiles',
	'@types/topojson-client',
	'jsonc-parser',
	'entities',
	'unified',
	'remark-parse',
	'remark-gfm',
];
/** @param {string[]} names */
const inPackages = (names) => `(^|/)node_modules/(${names.join('|')})/`;
const test = '[.]test[.]tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
		{
			name: 'no-unresolvable',
			comment: 'hast and mdast are types alone: @types/hast and @types/mdast, with nothing to resolve.',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, pathNot: '^(hast|mdast)$' },
		},
		{
			name: 'declared-packages-only',
			comment: 'A package that is not in package.json came with another one and may leave with it.',
			severity: 'error',
			from: { path: '^src/' },
			to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
		},
		{
			name: 'product-does-not-import-tests',
			severity: 'error',
			from: { path: '^src/', pathNot: test },
			to: { path: [test, '^e2e/', '^bench/', '^scripts/'] },
		},
		{
			name: 'text-imports-only-text',
			severity: 'error',
			from: { path: '^src/shared/text/', pathNot: test },
			to: { path: '^src/', pathNot: '^src/shared/text/' },
		},
		{
			name: 'domain-imports-only-text',
			severity: 'error',
			from: { path: '^src/shared/domain/', pathNot: test },
			to: { path: '^src/', pathNot: '^src/shared/(domain|text)/' },
		},
		{
			name: 'api-imports-only-domain',
			severity: 'error',
			from: { path: '^src/shared/api/', pathNot: test },
			// The list of commands names its titles by key, so that a missing one does not compile.
			to: { path: '^src/', pathNot: '^src/shared/(api|domain|text|messages)/' },
		},
		{
			name: 'shared-imports-only-shared',
			severity: 'error',
			from: { path: '^src/shared/', pathNot: test },
			to: { path: '^src/', pathNot: '^src/shared/' },
		},
		{
			name: 'shared-uses-pure-packages',
			severity: 'error',
			from: { path: '^src/shared/', pathNot: [test, '/testing/'] },
			to: { path: 'node_modules/', pathNot: inPackages(purePackages) },
		},
		{
			name: 'shared-has-no-platform',
			severity: 'error',
			from: { path: '^src/shared/', pathNot: test },
			to: { dependencyTypes: ['core'] },
		},
		{
			name: 'sqlite-only-in-db',
			comment: 'Nothing outside archive/db may know how the file is opened.',
			severity: 'error',
			from: { path: '^(src|e2e|bench)/', pathNot: '^src/archive/db/' },
			to: { path: inPackages(['better-sqlite3', 'better-sqlite3-multiple-ciphers', '@types/better-sqlite3']) },
		},
		{
			name: 'db-knows-no-noun',
			severity: 'error',
			from: { path: '^src/archive/db/', pathNot: test },
			to: { path: '^src/archive/', pathNot: '^src/archive/db/' },
		},
		{
			name: 'repository-stays-with-its-noun',
			comment: "Another noun's rules live in its service: call that.",
			severity: 'error',
			from: { path: '^src/archive/([^/]+)/', pathNot: test },
			to: { path: '^src/archive/[^/]+/.*-repository[.]ts$', pathNot: '^src/archive/$1/' },
		},
		{
			name: 'archive-imports-only-shared',
			severity: 'error',
			from: { path: '^src/archive/' },
			to: { path: '^src/', pathNot: '^src/(archive|shared)/' },
		},
		{
			name: 'electron-only-in-the-desktop-shell',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/(main|preload)/' },
			to: { path: ['^electron$', inPackages(['electron'])] },
		},
		{
			name: 'encodings-come-with-the-first-file',
			comment:
				'Their tables are half of what the archive process would load at its start: only `import()` brings them.',
			severity: 'error',
			from: {
				path: '^src/',
				pathNot: ['^src/archive/(importers|zip)/', '^src/archive/adding/unpack(ing|-[a-z]+)[.]ts$', test],
			},
			to: {
				path: '^src/archive/importers/(media-type|encoding|encoding-guess)[.]ts$',
				dependencyTypesNot: ['dynamic-import', 'type-only'],
			},
		},
		{
			name: 'main-starts-the-archive',
			comment: 'Only the entries of the processes that main starts reach into the archive.',
			severity: 'error',
			from: { path: '^src/main/', pathNot: ['^src/main/([^/]+-process|command-line)[.]ts$', test] },
			to: { path: '^src/', pathNot: '^src/(main|shared)/' },
		},
		{
			name: 'process-entries-import-archive',
			severity: 'error',
			from: { path: '^src/main/[^/]+-process[.]ts$' },
			to: { path: '^src/', pathNot: '^src/(main|shared|archive)/' },
		},
		{
			name: 'desktop-command-line-imports-cli',
			comment: 'A packaged app has no Node of its own: its command line runs in main, where there is no window then.',
			severity: 'error',
			from: { path: '^src/main/command-line[.]ts$' },
			to: { path: '^src/', pathNot: '^src/(main|shared|archive|cli)/' },
		},
		{
			name: 'preload-imports-only-the-contract',
			severity: 'error',
			from: { path: '^src/preload/' },
			to: { path: '^src/', pathNot: '^src/(preload|shared/api)/' },
		},
		{
			name: 'preload-uses-only-electron',
			severity: 'error',
			from: { path: '^src/preload/' },
			to: { path: 'node_modules/', pathNot: inPackages(['electron']) },
		},
		{
			name: 'hosts-import-shared-and-archive',
			severity: 'error',
			from: { path: '^src/(serve|cli)/' },
			to: { path: '^src/', pathNot: '^src/(serve|cli|shared|archive)/' },
		},
		{
			name: 'renderer-imports-only-shared',
			severity: 'error',
			from: { path: '^src/renderer/', pathNot: test },
			to: { path: '^src/', pathNot: '^src/(renderer|shared)/' },
		},
		{
			name: 'reading-copy-imports-only-shared',
			comment: 'The page of a reading copy is a host of the renderer, which it knows through the contract alone.',
			severity: 'error',
			from: { path: '^src/reading-copy/', pathNot: [test, '/testing/'] },
			to: { path: '^src/', pathNot: '^src/(reading-copy|shared)/' },
		},
		{
			name: 'renderer-has-no-node',
			severity: 'error',
			from: { path: '^src/(renderer|reading-copy)/', pathNot: [test, '/testing/'] },
			to: { dependencyTypes: ['core'] },
		},
		{
			name: 'ui-and-lib-know-no-feature',
			severity: 'error',
			from: { path: '^src/renderer/(ui|lib)/', pathNot: test },
			to: { path: '^src/renderer/(features|app)/' },
		},
		{
			name: 'feature-through-its-index',
			severity: 'error',
			from: { path: '^src/renderer/features/([^/]+)/', pathNot: test },
			to: {
				path: '^src/renderer/features/',
				pathNot: ['^src/renderer/features/$1/', '^src/renderer/features/[^/]+/index[.]ts$'],
			},
		},
		{
			name: 'outside-through-the-feature-index',
			severity: 'error',
			from: { path: '^src/renderer/', pathNot: ['^src/renderer/features/', test] },
			to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/[^/]+/index[.]ts$' },
		},
		{
			name: 'feature-does-not-know-the-app',
			severity: 'error',
			from: { path: '^src/renderer/features/', pathNot: test },
			to: { path: '^src/renderer/app/' },
		},
	],
	options: {
		parser: 'swc',
		tsPreCompilationDeps: true,
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '[?]worker|[?]url|[.]css$' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'types', 'node', 'default'],
			extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
		},
		cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
	},
};
