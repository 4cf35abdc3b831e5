import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { archivesWithFiles } from '#archive/testing/added-files.ts';
import type { RecordId } from '#shared/domain/ids.ts';

const setUp = archivesWithFiles();

interface MadeEntry {
	name: string | Buffer;
	bytes?: Uint8Array;
	/** Kind of the entry (POSIX ustar); '0' is a file. */
	type?: string;
}

const modified = Date.UTC(2021, 2, 4, 5, 6, 7) / 1000;

/** A TAR file, headers written by hand so that they can lie. */
function tarOf(...entries: MadeEntry[]): Buffer {
	const parts = entries.flatMap(({ name, bytes = new Uint8Array(), type = '0' }) => {
		const header = Buffer.alloc(512);
		Buffer.from(name).copy(header, 0);
		header.write('0000644\0', 100);
		header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
		header.write(`${modified.toString(8).padStart(11, '0')}\0`, 136);
		header.write(`        ${type}`, 148);
		header.write('ustar\x0000', 257);
		const sum = header.reduce((total, byte) => total + byte, 0);
		header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
		return [header, bytes, new Uint8Array((512 - (bytes.length % 512)) % 512)];
	});
	return Buffer.concat([...parts, new Uint8Array(1024)]);
}

/** One line of a header of POSIX 2001, whose length counts itself. */
function paxLine(key: string, value: string): Buffer {
	const rest = Buffer.byteLength(` ${key}=${value}\n`);
	let length = rest + 1;
	while (String(length).length + rest !== length) length += 1;
	return Buffer.from(`${length} ${key}=${value}\n`);
}

test.each(['sample.tar', 'sample.tar.gz'])(
	'%s: each file is a record of its own, with where it lay in the log',
	async (name) => {
		const { archive, write, add } = setUp();
		const long = `${'folder/'.repeat(20)}Письмо.txt`;
		// Larger than the pieces that it is read in, and behind it another.
		const large = Buffer.alloc(2_500_000, 'line of words ');
		const tar = tarOf(
			{ name: './letters/', type: '5' },
			{ name: './letters/a.txt', bytes: Buffer.from('Alpha beta gamma.') },
			{ name: 'PaxHeader', type: 'x', bytes: paxLine('path', long) },
			{ name: 'cut', bytes: Buffer.from('Дельта.') },
			{ name: 'large.bin', bytes: Buffer.concat([large, Buffer.from([0])]) },
			{ name: 'letters/.DS_Store', bytes: Buffer.from('x') },
			{ name: 'link', type: '2' },
			{ name: 'last.md', bytes: Buffer.from('# Epsilon') },
		);
		const path = write(name, name.endsWith('gz') ? gzipSync(tar) : tar);
		const items = await add(path);
		expect(items.map((item) => [item.name, item.outcome])).toEqual([
			[`${name}/letters/a.txt`, 'added'],
			[`${name}/${long}`, 'added'],
			[`${name}/large.bin`, 'no-text'],
			[`${name}/letters/.DS_Store`, 'left-out'],
			[`${name}/link`, 'left-out'],
			[`${name}/last.md`, 'added'],
		]);
		const [entry] = archive.services.custody.receptionsOf(
			archive.services.records.filesOf(items[0]?.recordId as RecordId)[0]?.sha256 as never,
		);
		expect(entry?.detail).toMatchObject({
			container: name,
			containerSha256: createHash('sha256')
				.update(name.endsWith('gz') ? gzipSync(tar) : tar)
				.digest('hex'),
			entry: './letters/a.txt',
			modified: '2021-03-04T05:06:07Z',
		});
		expect(archive.services.records.filesOf(items[2]?.recordId as RecordId)[0]).toMatchObject({ sizeBytes: 2_500_001 });
	},
);

test('names in an encoding of a country are read in it; what leads outside is named and left', async () => {
	const { write, outcomes } = setUp();
	const name = iconv.encode('Письмо о встрече и договоре.txt', 'cp866');
	const tar = tarOf(
		{ name, bytes: Buffer.from('Alpha.') },
		{ name: '../outside.txt', bytes: Buffer.from('Beta.') },
		{ name: '/etc/outside.txt', bytes: Buffer.from('Gamma.') },
	);
	expect(await outcomes(write('old.tar', tar))).toEqual([
		['old.tar/Письмо о встрече и договоре.txt', 'added'],
		['old.tar/../outside.txt', 'failed'],
		['old.tar//etc/outside.txt', 'failed'],
	]);
});

test('what is damaged, empty or made to fill a disk is kept as it came', async () => {
	const { write, outcomes } = setUp();
	const whole = tarOf({ name: 'a.txt', bytes: Buffer.alloc(3000, 'a') }, { name: 'b.txt', bytes: Buffer.from('b') });
	const altered = Buffer.from(whole);
	altered.write('c', 3584);
	for (const [name, bytes] of [
		['cut.tar', whole.subarray(0, 1500)],
		['altered.tar', altered],
		['cut.tgz', gzipSync(whole).subarray(0, 80)],
		['empty.tar', tarOf({ name: 'folder/', type: '5' })],
		['bomb.tgz', gzipSync(tarOf({ name: 'zeros', bytes: new Uint8Array(120_000_000) }))],
		['packed.gz', gzipSync(Buffer.from('no TAR file'))],
	] as const)
		expect(await outcomes(write(name, bytes)), name).toEqual([[name, 'no-text']]);
}, 60_000);
