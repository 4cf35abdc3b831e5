import os from 'node:os';

/** Prints rows under a line of headings, in columns as wide as they need to be. */
export function printTable(headings: readonly string[], rows: readonly (readonly string[])[]): void {
	const lines = [headings, ...rows];
	const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
	for (const line of lines) {
		const cells = line.map((cell, column) =>
			column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
		);
		console.log(cells.join('  '));
	}
}

/** What a figure was measured on, and how busy that was: without it a figure means nothing. Print it before and after. */
export function printLoad(when: 'before' | 'after'): void {
	const [oneMinute = 0] = os.loadavg();
	const cpus = os.cpus();
	const machine = when === 'before' ? `${cpus.length} × ${cpus[0]?.model.trim() ?? '?'}, ${os.release()}; ` : '';
	console.log(`${machine}load average ${when}: ${oneMinute.toFixed(2)}`);
}

export function printAim(aim: string): void {
	console.log(`aim: ${aim}`);
}
