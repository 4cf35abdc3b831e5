import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalExport } from '#archive/testing/canonical-export.ts';
import { allKinds, doAnyWork, type FurtherWork, fillFurther } from '#archive/testing/further-work.ts';
import { type Copy, newCopy, reopenCopy } from '#archive/testing/merge-copies.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import messages from '#locales/en.json' with { type: 'json' };

const folder = temporaryFolders();

const number = fc.nat({ max: 999 });
const words = fc.constantFrom('alpha', 'beta', 'Бета', 'գամմա delta');
const work = fc.record({ do: fc.constantFrom(...allKinds), which: number, other: number, word: words });

/** Texts stay when what they came with is undone: nothing shows them then, and they are there when it is redone. */
const keptForGood = ['editions', 'blocks'];

interface Said {
	changing: string;
	kept: string[];
}

/** All that the archive says, but for the texts, which are compared by what was there before. */
function said({ database }: Copy): Said {
	const lines = canonicalExport(database.reader).split('\n');
	const isKept = (line: string) => keptForGood.includes(line.slice(0, line.indexOf(' ')));
	return { changing: lines.filter((line) => !isKept(line)).join('\n'), kept: lines.filter(isKept) };
}

/** Does it all; gives what the archive said before each step and in the end. */
async function workThrough(copy: Copy, all: readonly FurtherWork[], most = Number.POSITIVE_INFINITY): Promise<Said[]> {
	const states = [said(copy)];
	for (const one of all) {
		const before = countSteps(copy);
		await doAnyWork(copy, one);
		if (countSteps(copy) > before) states.push(said(copy));
		if (states.length > most) break;
	}
	return states;
}

/** Goes back and forth between what was said, and sees to it that it is said again. */
function walkThrough({ services, ...copy }: Copy, states: readonly Said[]) {
	let at = states.length - 1;
	const go = async (by: 1 | -1) => {
		expect(by < 0 ? services.history.undo() : services.history.redo()).not.toBeNull();
		await services.earlierEditions.whenDone();
		at += by;
		const now = said({ services, ...copy });
		expect(now.changing).toBe(states[at]?.changing);
		expect(now.kept).toEqual(states.at(-1)?.kept);
	};
	return {
		async turn(isBack: boolean) {
			if (isBack ? at > 0 : at < states.length - 1) await go(isBack ? -1 : 1);
		},
		async toFirst() {
			while (at > 0) await go(-1);
		},
		async toLast() {
			while (at < states.length - 1) await go(1);
			expect(services.history.redo()).toBeNull();
		},
	};
}

test('any sequence undone gives back the same canonical export, step by step, and so does any sequence redone', async () => {
	const sequence = fc.array(work, { minLength: 1, maxLength: 24 });
	await fc.assert(
		fc.asyncProperty(sequence, fc.array(fc.boolean()), async (all, turns) => {
			const copy = newCopy(1);
			fillFurther(copy);
			const walk = walkThrough(copy, await workThrough(copy, all));
			for (const isBack of turns) await walk.turn(isBack);
			await walk.toFirst();
			await walk.toLast();
			await walk.toFirst();
			copy.close();
		}),
		{ numRuns: Number(process.env.LECTERN_PROPERTY_RUNS ?? 15) },
	);
});

/** Steps that need an import process, another archive or a file, or cannot be taken back: they are tried elsewhere. */
const elsewhere: readonly string[] = [
	...[
		'annotationsImported',
		'archiveRenamed',
		'catalogueImported',
		'conflictSettled',
		'filesAdded',
		'inboxMade',
		'merged',
	],
	...[
		'packageImported',
		'purged',
		'scanLaid',
		'textRecognised',
		'textReread',
		'redactionEnded',
		'textRedacted',
		'textWritten',
		'transcriptSaved',
		'withdrawalLifted',
	],
];

/** A link on words of a text that then gets another edition comes about too seldom by chance. */
const onLink = (['linkWords', 'edition', 'placeLink', 'leaveLink'] as const).map((kind) => ({
	...{ do: kind, which: 1, other: 0, word: 'alpha' },
}));

test('every command is among them', async () => {
	const named = Object.keys(messages).flatMap((key) => key.match(/^history\.step\.(.*)$/)?.[1] ?? []);
	const missing = new Set(named.filter((label) => !elsewhere.includes(label)));
	for (let seed = 1; missing.size > 0 && seed < 60; seed += 1) {
		const copy = newCopy(1);
		fillFurther(copy);
		const [first, steps] = [said(copy), countSteps(copy)];
		for (const one of [...onLink, ...fc.sample(work, { numRuns: 100, seed })]) await doAnyWork(copy, one);
		for (const { label } of copy.database.reader.all<{ label: string }>('SELECT label FROM steps'))
			missing.delete(label);
		for (let more = countSteps(copy) - steps; more > 0; more -= 1) copy.services.history.undo();
		expect(said(copy).changing).toBe(first.changing);
		copy.close();
	}
	expect([...missing]).toEqual([]);
});

test('a hundred steps are undone after a restart, and done again after another', async () => {
	const path = join(folder(), 'sample.lectern');
	let copy = newCopy(1, 0, path);
	fillFurther(copy);
	const restart = () => {
		copy.close();
		copy = reopenCopy(path, 1);
	};
	const states = await workThrough(copy, fc.sample(work, { numRuns: 1000, seed: 11 }), 100);
	const last = said(copy);
	expect(states).toHaveLength(101);
	restart();
	await walkThrough(copy, states).toFirst();
	restart();
	for (const state of states.slice(1)) {
		expect(copy.services.history.redo()).not.toBeNull();
		expect(said(copy).changing).toBe(state.changing);
	}
	restart();
	expect(said(copy)).toEqual(last);
	copy.close();
});

function countSteps({ database }: Copy): number {
	return database.reader.all("SELECT 1 FROM steps WHERE kind = 'do' AND status = 'done'").length;
}
