import { defineConfig } from 'vitest/config';

// `#shared/*` and the other subpath imports come from package.json; `.sql?raw` is Vite's own.
export default defineConfig({
	test: {
		environment: 'node',
		include: ['src/**/*.test.{ts,tsx}', 'bench/**/*.test.ts', 'scripts/**/*.test.mjs'],
		// Long, for machines that are slow or busy: only what hangs waits for it.
		testTimeout: 60_000,
		hookTimeout: 60_000,
		expect: { poll: { timeout: 20_000 } },
		// Two cores and a real SQLite in most files: more workers only wait for each other.
		maxWorkers: 2,
		// A process for each of 280 files takes a minute; what a test changes outside of itself, it puts back.
		isolate: false,
		unstubEnvs: true,
	},
});
