import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { PackageEncryption } from '#archive/packages/encryption/encrypt.ts';
import { sealParts } from '#archive/reading-copy/sealed-slices.ts';
import { outlinePart, sliceBytes, slicePart, typedPassphrase } from '#shared/reading-copy/sealed-parts.ts';
import { damagedPart, type PartLoader } from '../parts/part-loader.ts';
import { identityOf } from './passphrase.ts';
import { openSealed } from './sealed-loader.ts';

const passphrase = 'one two three';
/** Enough for the test, which is not about how long it takes. */
const quickWorkFactor = 4;

/** What gzip hardly makes shorter: the parts are to lie across slices. */
function noise(length: number): string {
	const digests = Array.from({ length: length / 44 }, (_, at) =>
		createHash('sha256').update(String(at)).digest('base64'),
	);
	return digests.join('');
}

const parts = new Map([
	['data/texts-0001', noise(900_000)],
	['data/texts-0002', noise(700_000)],
	['data/core', '{"title":"Sample title"}'],
]);

async function seal(): Promise<Map<string, string>> {
	async function* each() {
		for (const [name, content] of parts) yield { name, content };
	}
	const slices = new Map<string, string>();
	const encryption = new PackageEncryption({ passphrase }, quickWorkFactor);
	for await (const { name, content } of sealParts(each(), encryption)) slices.set(name, content);
	return slices;
}

function loaderOf(contents: ReadonlyMap<string, string>): PartLoader {
	return {
		async load(name) {
			const content = contents.get(name);
			if (content === undefined) throw damagedPart(name);
			return content;
		},
		prefetch: () => undefined,
	};
}

function open(slices: ReadonlyMap<string, string>, typed = passphrase): Promise<PartLoader | null> {
	const plain = loaderOf(new Map([['app/search-worker', 'the worker']]));
	return openSealed(
		{ plain, slices: loaderOf(slices) },
		identityOf(typed, () => undefined),
	);
}

function withByteChanged(base64: string, at: number): string {
	const bytes = Buffer.from(base64, 'base64');
	bytes[at] = (bytes[at] ?? 0) ^ 1;
	return bytes.toString('base64');
}

test('parts are read from their slices, and nothing of them shows there', async () => {
	const slices = await seal();
	expect([...slices.keys()]).toEqual([slicePart(0), slicePart(1), outlinePart]);
	expect(Buffer.from(slices.get(slicePart(0)) ?? '', 'base64')).toHaveLength(sliceBytes);
	const all = [...slices.values()].map((slice) => Buffer.from(slice, 'base64').toString('latin1')).join('');
	for (const word of ['Sample title', 'data/core', 'texts-0001']) expect(all).not.toContain(word);
	const loader = await open(slices);
	for (const [name, content] of parts) expect(await loader?.load(name)).toBe(content);
	expect(await loader?.load('app/search-worker')).toBe('the worker');
	await expect(loader?.load('data/other')).rejects.toMatchObject({ code: 'damaged-copy' });
});

test('a wrong passphrase opens nothing, and letters that were composed otherwise are the same', async () => {
	const slices = await seal();
	expect(await open(slices, 'one two four')).toBeNull();
	expect(typedPassphrase('e\u0301')).toBe(typedPassphrase('\u00e9'));
});

test('what was changed, cut off or exchanged is refused, and what is whole beside it is read', async () => {
	const slices = await seal();
	const [first = '', second = ''] = [slices.get(slicePart(0)), slices.get(slicePart(1))];
	const changed = await open(new Map([...slices, [slicePart(0), withByteChanged(first, 600_000)]]));
	await expect(changed?.load('data/texts-0001')).rejects.toMatchObject({
		code: 'damaged-copy',
		detail: { file: 'data/texts-0001.js' },
	});
	expect(await changed?.load('data/core')).toBe(parts.get('data/core'));
	// The version, and the digest of the header. Of a changed key nothing tells it from another passphrase.
	for (const at of [5, 110])
		await expect(open(new Map([...slices, [slicePart(0), withByteChanged(first, at)]]))).rejects.toThrow();
	await expect(open(new Map([...slices, [slicePart(0), second]]))).rejects.toMatchObject({ code: 'damaged-copy' });
	const missing = new Map(slices);
	missing.delete(slicePart(1));
	await expect(open(missing)).rejects.toMatchObject({ code: 'damaged-copy', detail: { file: 'data/sealed-0002.js' } });
	missing.delete(outlinePart);
	await expect(open(missing)).rejects.toMatchObject({ code: 'damaged-copy', detail: { file: 'data/sealed.js' } });
	const shorter = JSON.stringify({ bytes: sliceBytes });
	await expect(open(new Map([...slices, [outlinePart, shorter]]))).rejects.toThrow();
});
