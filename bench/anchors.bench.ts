// What becomes of annotations when a text gets a new edition: `npm run bench:anchors -- [--seed N] [--count N] [--show]`.
// Long texts in several scripts are revised by known edits, with ten seeds from N on and `count` annotations for each of
// them and each share of noise; then two readings of the same pages by the importers, with `count` for each pair
// (`--pairs`: these alone). --show prints every annotation that did not come out as it should.
import { parseArgs } from 'node:util';
import { RereadText } from '#archive/importers/other-reading.ts';
import { type Anchored, Reanchoring } from '#shared/text/anchor/reanchor.ts';
import { TextStream } from '#shared/text/anchor/text-stream.ts';
import { randomFrom } from '../e2e/fixtures/random.ts';
import { type Mark, makeMarks } from './anchors/marks.ts';
import { searchQuotation } from './anchors/quotation-search.ts';
import { makeRealPairs } from './anchors/real-pairs.ts';
import { type Revision, revise } from './anchors/revision.ts';
import { spanIn, Tally, truthOf } from './anchors/tally.ts';
import { type LongText, loadTexts } from './anchors/texts.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';

const { values } = parseArgs({
	options: {
		seed: { type: 'string' },
		count: { type: 'string' },
		show: { type: 'boolean' },
		pairs: { type: 'boolean' },
	},
});
const firstSeed = Number(values.seed ?? 4000);
const count = Number(values.count ?? 300);
const seedCount = 10;
/** The search for quotations takes up to 50 ms for each: it gets a sample. */
const searchedShare = 0.04;

interface Course {
	name: string;
	noise: number;
	moved: number;
}
const courses: Course[] = [
	...[0, 0.02, 0.05, 0.1, 0.15].map((noise) => ({ name: `${noise * 100} %`, noise, moved: 0 })),
	{ name: '5 %, blocks moved', noise: 0.05, moved: 0.05 },
];

const byCourse = new Map<string, Tally>();
const bySearch = new Map<string, Tally>();
const byKind = new Map<string, Tally>();
const searchByKind = new Map<string, Tally>();
const time = { aligning: 0, placing: 0, characters: 0, marks: 0 };
const seeds = Array.from({ length: seedCount }, (_, at) => firstSeed + at);

printLoad('before');
if (!values.pairs) {
	console.log(`seeds ${seeds.join(' ')}; ${count} annotations for each seed and share of noise`);
	for (const seed of seeds) measure(seed);
	print();
}
await measurePairs();
printLoad('after');

function measure(seed: number): void {
	const random = randomFrom(seed);
	const texts = loadTexts(random);
	const total = texts.reduce((sum, text) => sum + lengthOf(text), 0);
	for (const course of courses) {
		for (const text of texts) {
			const marks = makeMarks(text.passages, random, Math.ceil((count * lengthOf(text)) / total));
			const revision = revise(text, { ...course, writing: text.writing, random });
			place(text, revision, { marks, course, random });
		}
	}
}

function place(
	text: LongText,
	revision: Revision,
	{ marks, course, random }: { marks: Mark[]; course: Course; random: () => number },
): void {
	const begin = cpuMillis();
	const reanchoring = new Reanchoring(text.passages, revision.passages);
	const aligned = cpuMillis();
	const placed = marks.map((mark) => reanchoring.place(mark.range));
	time.placing += cpuMillis() - aligned;
	time.aligning += aligned - begin;
	time.characters += lengthOf(text);
	time.marks += marks.length;
	const stream = new TextStream(text.passages);
	const other = new TextStream(revision.passages);
	marks.forEach((mark, index) => {
		const anchored = placed[index] as Anchored;
		const truth = truthOf(revision, mark);
		const kind = revision.kinds[stream.passageAt(mark.span.start)] ?? 'none';
		const place = spanIn(revision.passages, anchored.range);
		const outcome = tallyOf(byCourse, course.name).add(truth, anchored.state, place);
		const edit = `${course.noise <= 0.05 ? 'to 5 %' : '10, 15 %'}  ${kind}`;
		tallyOf(byKind, edit).add(truth, anchored.state, place);
		if (values.show && outcome !== 'fine') show({ mark, anchored, kind, course, fate: truth.fate, outcome });
		if (random() >= searchedShare) return;
		const found = searchQuotation(other.text, {
			exact: stream.text.slice(mark.span.start, mark.span.end),
			prefix: stream.text.slice(Math.max(0, mark.span.start - 32), mark.span.start),
			suffix: stream.text.slice(mark.span.end, mark.span.end + 32),
			hint: mark.span.start,
		});
		for (const tally of [tallyOf(bySearch, course.name), tallyOf(searchByKind, edit)])
			tally.add(truth, found ? 'placed' : 'unplaced', found);
	});

	/** For tuning: everything that did not come out as it should. */
	function show(about: {
		mark: Mark;
		anchored: Anchored;
		kind: string;
		course: Course;
		fate: string;
		outcome: string;
	}) {
		const { mark, anchored, kind, fate, outcome } = about;
		const place = spanIn(revision.passages, anchored.range);
		const { state, method, score, margin } = anchored;
		console.log(
			`\n${outcome} ${about.course.name} ${kind} ${fate}: ${state} ${method} ${score.toFixed(2)} ${margin.toFixed(2)}`,
		);
		console.log(`  old ${around(stream.text, mark.span)}`);
		const truth = truthOf(revision, mark);
		if (place) console.log(`  got ${around(other.text, place)}`);
		const others = [...stream.text.slice(mark.span.start, mark.span.end)].filter(
			(_, at) => revision.isOther[mark.span.start + at],
		);
		if (others.length) console.log(`  other: ${others.join('')}`);
		if (truth.place) console.log(`  is  ${around(other.text, truth.place)}`);
	}
}

async function measurePairs(): Promise<void> {
	const tallies = new Map<string, Tally>();
	for await (const { name, old, revision, rereading } of makeRealPairs()) {
		const marks = makeMarks(old, randomFrom(firstSeed), count);
		const asNow = new Set(revision.passages.map(({ text }) => text));
		const reread = rereading && new RereadText(old, rereading, asNow);
		const reanchoring = new Reanchoring(reread?.passages ?? old, revision.passages);
		const stream = new TextStream(old);
		const other = new TextStream(revision.passages);
		for (const mark of marks) {
			const truth = truthOf(revision, mark);
			const anchored = reanchoring.place(reread?.rangeOf(mark.range) ?? mark.range);
			const place = spanIn(revision.passages, anchored.range);
			const outcome = tallyOf(tallies, name).add(truth, anchored.state, place);
			if (!values.show || outcome === 'fine') continue;
			console.log(`\n${outcome} ${name}, ${truth.fate}: ${anchored.state} ${anchored.method}`);
			console.log(`  old ${around(stream.text, mark.span)}`);
			for (const [word, span] of [
				['got', place],
				['is ', truth.place],
			] as const)
				if (span) console.log(`  ${word} ${around(other.text, span)}`);
		}
	}
	console.log('\ntwo readings of the same text');
	printTallies('readings', [...tallies.keys()], tallies);
}

function around(text: string, { start, end }: { start: number; end: number }): string {
	const piece = `${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 30)}`;
	return piece.replaceAll('\n', '¶');
}

/** Time of the processor, not of the clock: others may be busy too. */
function cpuMillis(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

function lengthOf({ passages }: LongText): number {
	return passages.reduce((sum, { text }) => sum + text.length + 1, 0);
}

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
	const tally = tallies.get(name) ?? new Tally();
	tallies.set(name, tally);
	return tally;
}

function print(): void {
	console.log('\nby alignment (silently wrong in 1,000; the rest in shares of those whose words exist, or are gone)');
	const names = courses.map(({ name }) => name);
	printTallies('noise', names, byCourse);
	console.log('\nby searching for the quotation');
	printTallies('noise', names, bySearch);
	console.log('\nby alignment, by kind of edit');
	printTallies('noise, edit', [...byKind.keys()].sort(), byKind);
	console.log(`\nby kind of edit, beside the search for the quotation (of a sample of ${100 * searchedShare} %)`);
	printBeside();
	console.log(
		`\nprocessor time: aligning ${((time.aligning / time.characters) * 1000).toFixed(1)} s for a million characters, ` +
			`placing ${(time.placing / time.marks).toFixed(2)} ms each`,
	);
	printAim('silently wrong 0 in 1,000 to 5 % and 3 in 1,000 to 15 %; 97 % right; of the deleted 1 in 30 placed');
}

function printBeside(): void {
	const columns = ['wrong/1000', 'right', 'deleted placed'];
	printTable(
		['noise, edit', 'aligned', ...columns, 'searched', ...columns],
		[...byKind.keys()].sort().map((name) => [
			name,
			...[byKind, searchByKind].flatMap((tallies) => {
				const tally = tallyOf(tallies, name);
				const share = (part: number, of: number, scale: number) => (of === 0 ? '–' : ((scale * part) / of).toFixed(1));
				return [
					String(tally.all),
					share(tally.silentlyWrong, tally.all, 1000),
					`${share(tally.right, tally.kept, 100)} %`,
					`${tally.deletedPlaced} of ${tally.deleted}`,
				];
			}),
		]),
	);
}

function printTallies(heading: string, names: readonly string[], tallies: Map<string, Tally>): void {
	printTable(
		[
			heading,
			'all',
			'wrong/1000',
			'kept',
			'right',
			'review',
			'missed',
			'wrong',
			'other words',
			'placed',
			'deleted',
			'placed',
		],
		names.map((name) => {
			const tally = tallyOf(tallies, name);
			const share = (part: number) => (tally.kept === 0 ? '–' : `${((100 * part) / tally.kept).toFixed(2)} %`);
			return [
				name,
				String(tally.all),
				((1000 * tally.silentlyWrong) / tally.all).toFixed(2),
				String(tally.kept),
				...[share(tally.right), share(tally.review), share(tally.missed), String(tally.wrong)],
				...[tally.changed, tally.changedPlaced, tally.deleted, tally.deletedPlaced].map(String),
			];
		}),
	);
}
