import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { clockZero } from '#shared/domain/clock.ts';
import { type ArchiveId, newId, type ReplicaId } from '#shared/domain/ids.ts';
import { type CopyCore, type CopyId, corePart, notesPart } from '#shared/reading-copy/copy-parts.ts';
import { readHistory } from '#shared/reading-copy/notes/notes-file.ts';
import { CopySource } from '../copy-source.ts';
import { openCopy } from '../open-copy.ts';
import { damagedPart } from '../parts/part-loader.ts';
import { sealNotesOf } from './seal-notes.ts';

async function copyOf(home: string | null) {
	const core: CopyCore = {
		...{ format: 1, copyId: newId<CopyId>(), madeAt: '2026-01-01T00:00:00.000Z', software: 'Lectern 0.0.0' },
		archive: { id: newId<ArchiveId>(), title: 'Sample archive' },
		home,
		status: { heldCount: 0, intactCount: 0, verifiedAt: null, noTextCount: 0, passageCount: 0 },
		known: [{ replicaId: newId<ReplicaId>(), clock: clockZero }],
		...{ records: [], collections: [], tags: [], placeLabels: '', recordParts: {}, textParts: {}, pictureParts: {} },
	};
	const parts = new Map<string, object>([
		[corePart, core],
		[notesPart, { annotations: [], claims: [], links: {} }],
	]);
	const load = async (name: string) => {
		const part = parts.get(name);
		if (!part) throw damagedPart(name);
		return JSON.stringify(part);
	};
	const source = new CopySource({ load });
	return openCopy(source, { tell: () => undefined, follow: () => undefined }, { passphrase: '', locale: 'en' });
}

test('notes of a copy are sealed for its home alone', async () => {
	const identity = await generateIdentity();
	const { name, bytes } = await sealNotesOf(await copyOf(await identityToRecipient(identity)));
	expect(name).toBe('sealed.notes.jsonld.age');
	const decrypter = new Decrypter();
	decrypter.addIdentity(identity);
	const text = await decrypter.decrypt(bytes, 'text');
	expect(readHistory(JSON.parse(text))).toMatchObject({ format: 1, steps: [] });
	const stranger = new Decrypter();
	stranger.addIdentity(await generateIdentity());
	await expect(stranger.decrypt(bytes)).rejects.toThrow();
	expect(new TextDecoder('latin1').decode(bytes.subarray(0, 200)).match(/^-> /gm)).toHaveLength(1);
});

test('a copy that knows no home seals nothing', async () => {
	await expect(sealNotesOf(await copyOf(null))).rejects.toThrow('no home');
});
