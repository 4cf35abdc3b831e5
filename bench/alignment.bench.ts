// How many paragraphs of a text stand rightly beside those of its translation: `npm run bench:alignment -- [--seed N]`.
// The Universal Declaration in pairs of languages: as it is written; without knowing which of its lines are headings;
// without headings at all, which carry the numbers of the articles; and so with a seventh of the paragraphs of one text
// left out, cut in two or joined, with ten seeds from N on.
import { parseArgs } from 'node:util';
import { alignTexts } from '#shared/text/parallel/align-texts.ts';
import { randomFrom } from '../e2e/fixtures/random.ts';
import { type CourseName, courseNames, give } from './alignment/courses.ts';
import { comparableSections, readDeclaration, type Said, sectionOf } from './alignment/declarations.ts';
import { type Score, scoreOf } from './alignment/score.ts';
import { printLoad, printTable } from './figures/print.ts';

const { values } = parseArgs({ options: { seed: { type: 'string' } } });
const firstSeed = Number(values.seed ?? 500);
const seedCount = 10;

/** On these the deviation of style was set (`bead-cost.ts`); they test nothing. */
const own = [
	['eng', 'fra'],
	['eng', 'rus'],
] as const;
const tested = [
	['eng', 'hye'],
	['eng', 'azj_latn'],
	['eng', 'tur'],
	['eng', 'kat'],
	['eng', 'deu_1996'],
	['eng', 'arb'],
	['eng', 'cmn_hans'],
	['eng', 'jpn'],
	['rus', 'hye'],
	['rus', 'azj_latn'],
	['rus', 'kat'],
	['fra', 'hye'],
	['fra', 'tur'],
	['tur', 'azj_latn'],
	['azj_latn', 'azj_cyrl'],
	['hye', 'kat'],
] as const;

printLoad('before');
console.log(
	`seeds ${firstSeed} to ${firstSeed + seedCount - 1} for the revised texts; right of all that can be judged`,
);
printPairs('own pairs', own);
printPairs('tested pairs', tested);
printLong();
printLoad('after');

function printPairs(title: string, pairs: readonly (readonly [string, string])[]): void {
	const totals = courseNames.map(() => ({ right: 0, judged: 0 }));
	const rows = pairs.map(([one, other]) => {
		const scores = courseNames.map((course) => measure(one, other, course));
		for (const [at, score] of scores.entries()) add(totals[at] as Score, score);
		return [`${one} – ${other}`, ...scores.map(share)];
	});
	console.log('');
	printTable([title, ...courseNames], [...rows, ['all', ...totals.map(share)]]);
}

function measure(one: string, other: string, course: CourseName): Score {
	const [said, otherSaid] = [readDeclaration(one), readDeclaration(other)];
	const sections = comparableSections(said, otherSaid);
	const judged = new Set(said.filter((each) => sections.has(sectionOf(each))).map(({ key }) => key));
	const total = { right: 0, judged: 0 };
	for (let at = 0; at < (course === 'revised' ? seedCount : 1); at += 1) {
		const random = randomFrom(firstSeed + at);
		const [first, second] = [give(said, course, false, random), give(otherSaid, course, true, random)];
		const groups = alignTexts(
			first.map(({ passage }) => passage),
			second.map(({ passage }) => passage),
		);
		add(
			total,
			scoreOf(first, second, groups, (key) => judged.has(key)),
		);
	}
	return total;
}

/** A long text: the declaration again and again, without headings, in the one language and the other. */
function printLong(): void {
	const [said, otherSaid] = [readDeclaration('eng'), readDeclaration('hye')];
	const sections = comparableSections(said, otherSaid);
	const random = randomFrom(firstSeed);
	console.log('');
	const rows = [1, 10, 50, 100].flatMap((count) =>
		(['no headings at all', 'revised'] as const).map((course) => {
			const first = give(repeated(said, count), course, false, random);
			const second = give(repeated(otherSaid, count), course, true, random);
			const began = performance.now();
			const groups = alignTexts(
				first.map(({ passage }) => passage),
				second.map(({ passage }) => passage),
			);
			const seconds = (performance.now() - began) / 1000;
			const score = scoreOf(first, second, groups, (key) =>
				sections.has(key.slice(key.indexOf(':') + 1, key.indexOf('/'))),
			);
			return [
				`${count} times, ${course}`,
				`${first.length} – ${second.length}`,
				share(score),
				`${seconds.toFixed(2)} s`,
			];
		}),
	);
	printTable(['eng – hye', 'passages', 'right', 'time'], rows);
}

function repeated(said: readonly Said[], count: number): Said[] {
	return Array.from({ length: count }, (_, at) => said.map((each) => ({ ...each, key: `${at}:${each.key}` }))).flat();
}

function add(total: Score, { right, judged }: Score): void {
	total.right += right;
	total.judged += judged;
}

function share({ right, judged }: Score): string {
	return judged === 0 ? '–' : `${((100 * right) / judged).toFixed(1)} % of ${judged}`;
}
