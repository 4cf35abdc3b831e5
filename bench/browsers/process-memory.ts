import fs from 'node:fs';

/** What the processes below one hold of memory, shared pages by their share (PSS), in MB; 0 for what Linux does not say. */
export function memoryBelow(pid: number): { all: number; largest: number } {
	const each = descendants(pid).map(proportionalMegabytes);
	return { all: each.reduce((sum, one) => sum + one, 0), largest: Math.max(0, ...each) };
}

function descendants(pid: number): number[] {
	const children = new Map<number, number[]>();
	for (const name of fs.readdirSync('/proc')) {
		if (!/^\d+$/.test(name)) continue;
		const parent = parentOf(Number(name));
		children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
	}
	const found: number[] = [];
	const waiting = [...(children.get(pid) ?? [])];
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		found.push(next);
		waiting.push(...(children.get(next) ?? []));
	}
	return found;
}

/** 0 for one that has ended meanwhile. */
function parentOf(pid: number): number {
	return Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

function proportionalMegabytes(pid: number): number {
	return Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;
}

function read(file: string): string {
	try {
		return fs.readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
