import fs from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} faults each failed test with its reason, a line each, since what is told last is what is read
 */

/** @type {Counts} */
const noTests = { passed: 0, failed: 0, skipped: 0, faults: [] };

/** Adds up what every part of the gate reports, and ends it with one line. */
export class Tally {
	passed = 0;
	failed = 0;
	/** @type {string[]} */
	notes = [];

	/**
	 * A step without tests of its own (types, build): it counts only when it fails.
	 * @param {string} step
	 */
	addFailure(step) {
		this.failed++;
		this.notes.push(`failed: ${step}`);
	}

	/**
	 * @param {string} step
	 * @param {number} status its exit status
	 * @param {Counts} counts
	 */
	add(step, status, counts) {
		this.passed += counts.passed;
		this.failed += counts.failed;
		if (counts.failed > 0) this.notes.push(`failed: ${counts.failed} of the ${step}`);
		for (const fault of counts.faults) this.notes.push(`  ${fault}`);
		if (counts.skipped > 0) this.notes.push(`${step}: ${counts.skipped} not run`);
		if (counts.passed + counts.failed === 0) this.addFailure(`${step}: no test ran`);
		else if (status !== 0 && counts.failed === 0) this.addFailure(`${step} ended with status ${status}`);
	}

	/** Prints the summary and gives the exit status. */
	finish() {
		process.stdout.write('\n');
		for (const note of this.notes) process.stdout.write(`${note}\n`);
		process.stdout.write(`${this.passed} passed, ${this.failed} failed\n`);
		return this.failed === 0 && this.passed > 0 ? 0 : 1;
	}
}

/**
 * Vitest's JSON report. A file that does not even load has no tests in it and counts as one failure.
 * @param {string} file
 * @returns {Counts}
 */
export function readVitestReport(file) {
	if (!fs.existsSync(file)) return noTests;
	/** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: VitestFile[] }} */
	const report = JSON.parse(fs.readFileSync(file, 'utf8'));
	const broken = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
	const failed = report.testResults.flatMap(({ name, assertionResults }) =>
		assertionResults.filter(({ status }) => status === 'failed').map((test) => ({ name, ...test })),
	);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + broken.length,
		skipped: report.numPendingTests + report.numTodoTests,
		faults: [
			...broken.map(({ name, message }) => faultLine([name], message)),
			...failed.map(({ name, fullName, failureMessages }) => faultLine([name, fullName], failureMessages[0])),
		],
	};
}

/** @typedef {{ status: string, fullName: string, failureMessages: string[] }} VitestTest */
/** @typedef {{ name: string, status: string, message: string, assertionResults: VitestTest[] }} VitestFile */

/**
 * Playwright's JSON report.
 * @param {string} file
 * @returns {Counts}
 */
export function readPlaywrightReport(file) {
	if (!fs.existsSync(file)) return noTests;
	/** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: { message?: string }[], suites: PlaywrightSuite[] }} */
	const { stats, errors, suites } = JSON.parse(fs.readFileSync(file, 'utf8'));
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + (stats.unexpected === 0 ? errors.length : 0),
		skipped: stats.skipped,
		faults: [...suites.flatMap(faultsOf), ...errors.map(({ message }) => faultLine([], message))],
	};
}

/** @typedef {{ status: string, projectName: string, results: { error?: { message?: string } }[] }} PlaywrightTest */
/** @typedef {{ file: string, suites?: PlaywrightSuite[], specs: { title: string, tests: PlaywrightTest[] }[] }} PlaywrightSuite */

/**
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
function faultsOf({ file, suites = [], specs }) {
	const own = specs.flatMap(({ title, tests }) =>
		tests
			.filter(({ status }) => status === 'unexpected' || status === 'flaky')
			.map((test) => {
				const error = test.results.find((result) => result.error)?.error;
				return faultLine([`[${test.projectName}] ${file}`, title], error?.message);
			}),
	);
	return [...own, ...suites.flatMap(faultsOf)];
}

/**
 * @param {string[]} place
 * @param {string} [reason] of which the first line is told, without its colours
 */
function faultLine(place, reason = '') {
	const [first = ''] = stripVTControlCharacters(reason).split('\n');
	return [...place, first]
		.filter((part) => part !== '')
		.join(' › ')
		.slice(0, 400);
}
