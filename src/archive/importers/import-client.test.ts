import { rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { writePdf } from '#archive/testing/test-pdf.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import type { Block } from '#shared/domain/block.ts';
import { carriedOf, carryOver } from '#shared/writing/carry-over.ts';
import { readText } from '#shared/writing/written-text.ts';
import { forkImportProcess } from './forked-process.ts';
import { createImportClient, type ImportClient, importLimits } from './import-client.ts';
import type { ImportProcess } from './import-protocol.ts';
import { buildEntry } from './test-processes/build-entry.ts';

const folder = import.meta.dirname;
let entry = '';
let hostileEntry = '';
let client: ImportClient;

beforeAll(async () => {
	entry = await buildEntry(resolve(folder, '../../cli/import-process.ts'));
	hostileEntry = await buildEntry(resolve(folder, 'test-processes/hostile-import-process.ts'));
}, 60_000);

afterAll(() => {
	for (const built of [entry, hostileEntry]) rmSync(dirname(built), { recursive: true, force: true });
});

afterEach(() => client.close());

function textOf(number: number): Uint8Array {
	return new TextEncoder().encode(`Alpha beta gamma, sample letter ${number}, and some more words to fill the line.`);
}

async function outcome(reading: Promise<unknown>): Promise<string> {
	try {
		await reading;
		return 'read';
	} catch (error) {
		const { code, detail } = toErrorData(error);
		return code.startsWith('import-') ? `${code} ${JSON.stringify(detail)}` : code;
	}
}

/** Counts starts, so that a test can say how many processes a document cost. */
function counted(start: () => ImportProcess) {
	const counter = { starts: 0 };
	const run = () => {
		counter.starts += 1;
		return start();
	};
	return { counter, run };
}

describe('a real import process', () => {
	test('reads 300 documents in the order in which they were handed over', async () => {
		const { counter, run } = counted(() => forkImportProcess(entry));
		client = createImportClient(run);
		const order: number[] = [];
		const numbers = Array.from({ length: 300 }, (_, number) => number);
		const texts = await Promise.all(
			numbers.map(async (number) => {
				const { blocks } = await client.read(`sample-${number}.txt`, textOf(number));
				order.push(number);
				return blocks[0]?.text;
			}),
		);
		expect(order).toEqual(numbers);
		expect(texts).toEqual(numbers.map((number) => new TextDecoder().decode(textOf(number))));
		expect(counter.starts).toBe(1);
	});

	test('hands on the error of an importer, the file named', async () => {
		client = createImportClient(() => forkImportProcess(entry));
		const refusal = client.read('sample.pdf', new TextEncoder().encode('%PDF-1.7 sample'));
		await expect(refusal).rejects.toMatchObject({ code: 'unsupported-format', detail: { file: 'sample.pdf' } });
	});

	test('takes the encoding that a person chose', async () => {
		client = createImportClient(() => forkImportProcess(entry));
		const { blocks, parameters } = await client.read('sample.txt', new Uint8Array([0xc0, 0xc1, 0xc2]), {
			encoding: 'koi8-r',
		});
		expect(blocks[0]?.text).toBe('юаб');
		expect(parameters).toMatchObject({ encoding: 'koi8-r', encodingFoundBy: 'user' });
	});
});

describe('anchoring', () => {
	const passage = (ordinal: number, text: string) => ({ ordinal, text });
	const words = 'Sample passage one tells of paper and ink, and of the boxes that both were kept in.';
	const task = {
		new: [passage(0, 'A sample preface.'), passage(1, words)],
		old: [{ editionId: 'before', passages: [passage(0, words)] }],
		marks: [{ editionId: 'before', startOrdinal: 0, startOffset: 28, endOrdinal: 0, endOffset: 41 }],
	};

	test('is done in the process, between the documents', async () => {
		client = createImportClient(() => forkImportProcess(entry));
		const [first, anchored, last] = await Promise.all([
			client.read('a.txt', textOf(1)),
			client.anchor('sample.txt', task),
			client.read('b.txt', textOf(2)),
		]);
		expect([...anchored.lineage]).toEqual([[1, 0]]);
		expect(anchored.places).toMatchObject([
			{ state: 'placed', range: { startOrdinal: 1, startOffset: 28, endOrdinal: 1, endOffset: 41 } },
		]);
		expect([first, last].map(({ blocks }) => blocks.length)).toEqual([1, 1]);
	});

	test('that fails is reported, and the process goes on', async () => {
		const { counter, run } = counted(() => forkImportProcess(entry));
		client = createImportClient(run);
		expect(await outcome(client.anchor('sample.txt', { ...task, old: [] }))).toBe('unexpected');
		expect(await outcome(client.read('a.txt', textOf(1)))).toBe('read');
		expect(counter.starts).toBe(1);
	});
});

test('what of a text stays in the one typed from it is found in the process', async () => {
	client = createImportClient(() => forkImportProcess(entry));
	const before: Block[] = [
		{ kind: 'verse', text: 'Sample line one', marks: [{ kind: 'emphasis', start: 7, end: 11 }] },
		{ kind: 'paragraph', text: 'Another passage.' },
	];
	const written = readText('A new beginning.\n\nSample lime one');
	const asked = [
		{ ordinal: 0, start: 0, end: 6 },
		{ ordinal: 1, start: 0, end: 7 },
	];
	const task = { written, before, asked };
	const carried = carriedOf(task, await client.carry(task));
	const here = carryOver(written, before);
	expect(carried.blocks).toEqual(here.blocks);
	expect(carried.blocks[1]).toMatchObject({ kind: 'verse', marks: [{ kind: 'emphasis' }] });
	expect(asked.map(carried.placeOf)).toEqual(asked.map(here.placeOf));
	expect(carried.placeOf({ ordinal: 0, start: 0, end: 6 })).toEqual({ ordinal: 1, start: 0, end: 6 });
});

describe('a document that is hostile to its process', () => {
	const names = ['a.txt', 'b.txt', 'HOSTILE', 'c.txt', 'd.txt'];

	async function readAround(hostile: string, documentMs: number) {
		const { counter, run } = counted(() => forkImportProcess(hostileEntry));
		client = createImportClient(run, { ...importLimits, documentMs });
		const readings = names.map((name, number) => client.read(name === 'HOSTILE' ? hostile : name, textOf(number)));
		return { outcomes: await Promise.all(readings.map(outcome)), starts: counter.starts };
	}

	test('costs only itself when it hangs', async () => {
		const { outcomes, starts } = await readAround('hang.txt', 3000);
		expect(outcomes).toEqual(['read', 'read', 'import-timeout {"file":"hang.txt","seconds":3}', 'read', 'read']);
		expect(starts).toBe(2);
	});

	test('costs only itself when its process dies', async () => {
		const { outcomes, starts } = await readAround('die.txt', 60_000);
		expect(outcomes).toEqual(['read', 'read', 'import-crashed {"file":"die.txt"}', 'read', 'read']);
		expect(starts).toBe(2);
	});

	test('costs only itself when it devours all memory', async () => {
		const { outcomes } = await readAround('devour.txt', 60_000);
		expect(outcomes).toEqual(['read', 'read', 'import-crashed {"file":"devour.txt"}', 'read', 'read']);
	}, 60_000);
});

test('a small document that unfolds to gigabytes costs only itself', async () => {
	client = createImportClient(() => forkImportProcess(entry));
	const bomb = writePdf([[]], { stream: { entries: '/Filter /FlateDecode', bytes: twoGigabytesOfSpaces() } });
	expect(bomb.length).toBeLessThan(4_000_000);
	const outcomes = [client.read('bomb.pdf', bomb), client.read('after.txt', textOf(1))].map(outcome);
	expect(await Promise.all(outcomes)).toEqual(['import-crashed {"file":"bomb.pdf"}', 'read']);
}, 60_000);

/** As a deflated stream, whose checksum nobody looks at. */
function twoGigabytesOfSpaces(): Uint8Array {
	const spaces = Buffer.alloc(1024 * 1024, ' ');
	const piece = deflateRawSync(spaces, { finishFlush: constants.Z_FULL_FLUSH });
	const last = deflateRawSync(spaces);
	return Buffer.concat([Buffer.from([0x78, 0x9c]), ...new Array<Buffer>(2047).fill(piece), last, Buffer.alloc(4)]);
}

describe('giving up', () => {
	test('a cancelled reading leaves the others alone, also when it was the one at work', async () => {
		client = createImportClient(() => forkImportProcess(hostileEntry));
		await client.read('a.txt', textOf(1));
		const cancelling = new AbortController();
		const hanging = outcome(client.read('hang.txt', textOf(2), undefined, cancelling.signal));
		cancelling.abort();
		expect(await hanging).toBe('cancelled');
		expect(await outcome(client.read('b.txt', textOf(3)))).toBe('read');
	});

	test('closing cancels what is under way, and nothing can be read afterwards', async () => {
		client = createImportClient(() => forkImportProcess(hostileEntry));
		const readings = [client.read('hang.txt', textOf(1)), client.read('a.txt', textOf(2))].map(outcome);
		client.close();
		expect(await Promise.all(readings)).toEqual(['cancelled', 'cancelled']);
		expect(await outcome(client.read('a.txt', textOf(3)))).toBe('cancelled');
	});

	test('a process that never gets ready is started three times and then reported', async () => {
		const { counter, run } = counted(() => forkImportProcess(resolve(folder, 'no-such-entry.mjs')));
		client = createImportClient(run);
		expect(await Promise.all([client.read('a.txt', textOf(1)), client.read('b.txt', textOf(2))].map(outcome))).toEqual([
			'unexpected',
			'unexpected',
		]);
		expect(counter.starts).toBe(3);
	});
});
