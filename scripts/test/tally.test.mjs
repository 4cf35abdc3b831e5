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

test('a test file that does not load counts as one failure', () => {
	const testResults = [
		{ status: 'failed', assertionResults: [] },
		{ status: 'passed', assertionResults: [{}] },
	];
	const file = report({ numPassedTests: 1, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, testResults });
	expect(readVitestReport(file)).toEqual({ passed: 1, failed: 1, skipped: 3 });
});

test('a flaky end-to-end test is a failed one', () => {
	const file = report({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 }, errors: [] });
	expect(readPlaywrightReport(file)).toEqual({ passed: 4, failed: 2, skipped: 0 });
});

test('a run that wrote no report has no tests', () => {
	expect(readVitestReport(path.join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0, skipped: 0 });
});
