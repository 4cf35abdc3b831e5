import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './tally.mjs';

let folder = '';
beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-tally-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

/** @param {unknown} value */
function report(value) {
	const file = path.join(folder, 'report.json');
	fs.writeFileSync(file, JSON.stringify(value));
	return file;
}

test('a test file that does not load counts as one failure, and each failure is told with its reason', () => {
	const failed = {
		status: 'failed',
		fullName: 'adds up',
		failureMessages: ['\u001b[31mexpected 1\u001b[39m\nat line 3'],
	};
	const testResults = [
		{ name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
		{ name: 'b.test.ts', status: 'failed', message: '', assertionResults: [failed, { status: 'passed' }] },
	];
	const file = report({ numPassedTests: 1, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults });
	const faults = ['a.test.ts › no such module', 'b.test.ts › adds up › expected 1'];
	expect(readVitestReport(file)).toEqual({ passed: 1, failed: 2, skipped: 3, faults });
});

test('a flaky end-to-end test is a failed one', () => {
	const test = (/** @type {string} */ status, /** @type {string} */ message) => ({
		status,
		projectName: 'desktop',
		results: [{ error: { message } }, {}],
	});
	const inner = { file: 'a.spec.ts', specs: [{ title: 'opens', tests: [test('flaky', 'too late\nat line 3')] }] };
	const specs = [{ title: 'closes', tests: [test('unexpected', 'not at all')] }];
	const file = report({
		stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 },
		errors: [{ message: 'the worker hung' }],
		suites: [{ file: 'a.spec.ts', specs, suites: [inner] }],
	});
	const faults = [
		'[desktop] a.spec.ts › closes › not at all',
		'[desktop] a.spec.ts › opens › too late',
		'the worker hung',
	];
	expect(readPlaywrightReport(file)).toEqual({ passed: 4, failed: 2, skipped: 0, faults });
});

test('a run that wrote no report has no tests', () => {
	expect(readVitestReport(path.join(folder, 'none.json'))).toMatchObject({ passed: 0, failed: 0, skipped: 0 });
});
