import fs from 'node:fs';

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
	 * @param {{ passed: number, failed: number, skipped: number }} counts
	 */
	add(step, status, counts) {
		this.passed += counts.passed;
		this.failed += counts.failed;
		if (counts.failed > 0) this.notes.push(`failed: ${counts.failed} of the ${step}`);
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
 */
export function readVitestReport(file) {
	if (!fs.existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
	/** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
	const report = JSON.parse(fs.readFileSync(file, 'utf8'));
	const broken = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + broken.length,
		skipped: report.numPendingTests + report.numTodoTests,
	};
}

/**
 * Playwright's JSON report.
 * @param {string} file
 */
export function readPlaywrightReport(file) {
	if (!fs.existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
	/** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} */
	const { stats, errors } = JSON.parse(fs.readFileSync(file, 'utf8'));
	return {
		passed: stats.expected,
		failed: stats.unexpected + stats.flaky + (stats.unexpected === 0 ? errors.length : 0),
		skipped: stats.skipped,
	};
}
