import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listHolders } from '#archive/unplug/holders.ts';
import { PackageTarget } from './package-target.ts';

const fat = { freeBytes: 10_000, largestFileBytes: 1000 };
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-target-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what a medium takes is known before anything is written, and what there is no room for is not begun', async () => {
	const path = join(folder, 'sample');
	const target = new PackageTarget({ path, form: 'zip', replaces: false, encryption: null, limitsOf: async () => fat });
	await expect(target.check({ sizeBytes: 5000 })).resolves.toEqual(fat);
	await expect(target.check({ sizeBytes: 10_001 })).rejects.toMatchObject({ code: 'disk-full' });
});

test('what an export was broken off at goes a day later, when the next one to that name begins, and nothing else', async () => {
	const id = '00000000-0000-4000-8000-000000000001';
	const left = [`sample.zip.${id}.partial`, `sample.2-of-3.zip.${id}.partial`];
	const others = [
		...['sample.zip.partial', `another.zip.${id}.partial`, `sample.2-of-3.zip`, `sample.zip.${id}`],
		`sample.2-of-3.more.zip.${id}.partial`,
	];
	for (const name of [...left, ...others]) writeFileSync(join(folder, name), 'of an artificial package');
	const held = `sample.zip.${id.replace(/1$/, '2')}.partial`;
	mkdirSync(join(folder, held));
	const open = openSync(join(folder, held, 'a.txt'), 'w');
	const ofToday = `sample.zip.${id.replace(/1$/, '3')}.partial`;
	mkdirSync(join(folder, ofToday));
	writeFileSync(join(folder, ofToday, 'a.txt'), 'closed by now');
	const before = new Date(Date.now() - 25 * 60 * 60 * 1000);
	for (const name of [...left, ...others, join(held, 'a.txt'), held, ofToday])
		utimesSync(join(folder, name), before, before);
	const options = { path: join(folder, 'sample.zip'), form: 'zip', replaces: false, encryption: null } as const;
	const underWay = new PackageTarget(options);
	await underWay.write(pieces());

	const knowsHolders = listHolders(() => false) !== null;
	await new PackageTarget(options).check({ sizeBytes: 1 });
	const kept = [...others, held, ofToday, basename(underWay.partial), ...(knowsHolders ? [] : left)];
	expect(readdirSync(folder).sort()).toEqual(kept.sort());
	closeSync(open);
	await new PackageTarget(options).check({ sizeBytes: 1 });
	expect(readdirSync(folder).includes(held)).toBe(!knowsHolders);
	await underWay.discard();
});

async function* pieces() {
	yield Buffer.from('written, and read by nobody just now');
}
