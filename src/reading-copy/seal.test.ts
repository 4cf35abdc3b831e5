import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { AppError } from '#shared/domain/app-error.ts';
import { manifestPart, writeManifest } from '#shared/reading-copy/manifest.ts';
import { partPath, writePart } from '#shared/reading-copy/part-file.ts';
import { createSeal, type Seal } from './seal.ts';

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** A page whose folder holds these parts; a test takes some out and puts them back. */
function openPage(parts: Map<string, string>): { seal: Seal; check(): Promise<void> } {
	const loader = {
		async load(name: string) {
			const content = parts.get(name);
			if (content === undefined) throw new AppError('damaged-copy', { file: partPath(name) });
			seal.see(name, content);
			return content;
		},
	};
	const seal = createSeal(() => loader);
	seal.open();
	return {
		seal,
		check: () =>
			new Promise((resolve) => {
				seal.check();
				const stop = seal.state.subscribe(() => {
					if (seal.state.get().isChecking) return;
					stop();
					resolve();
				});
			}),
	};
}

function sampleParts(): { parts: Map<string, string>; manifest: string } {
	const parts = new Map(['data/core', 'data/things'].map((name) => [name, `{"of":"${name}"}`]));
	const digests = [...parts].map(([name, content]) => [partPath(name), digestOf(writePart(name, content))] as const);
	const manifest = writeManifest(new Map(digests));
	return { parts: parts.set(manifestPart, manifest), manifest };
}

test('what is changed or missing is named, and what is whole is not', async () => {
	const { parts, manifest } = sampleParts();
	const { seal, check } = openPage(parts);
	await check();
	expect(seal.state.get()).toMatchObject({ checked: 2, total: 2, changed: [], digest: digestOf(manifest) });
	parts.set('data/core', '{}');
	parts.delete('data/things');
	await check();
	expect(seal.state.get()).toMatchObject({ checked: 2, total: 2, changed: ['data/core.js', 'data/things.js'] });
});

test('a missing list of digests is named itself, and all is compared once it is there', async () => {
	const { parts, manifest } = sampleParts();
	parts.delete(manifestPart);
	const { seal, check } = openPage(parts);
	seal.see('data/core', parts.get('data/core') ?? '');
	await check();
	expect(seal.state.get()).toMatchObject({ checked: 0, changed: [partPath(manifestPart)] });
	parts.set(manifestPart, manifest);
	await check();
	expect(seal.state.get()).toMatchObject({ checked: 2, total: 2, changed: [] });
});
