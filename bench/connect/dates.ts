import { findDates } from '#shared/found-dates/find-dates.ts';
import { markedParts, precisionOf, recallOf, scoreMarkedDates, sum } from '#shared/found-dates/testing/marked-dates.ts';
import { longestPiece } from '#shared/found-dates/text-piece.ts';
import { median } from '../figures/distribution.ts';
import { printAim, printTable } from '../figures/print.ts';

const textLength = 1_000_000;
const nothingKnown = { yearBefore: null, yearOfRecord: null };
/** Some have a date in every sentence; the last is of no language in particular, so that all rules are tried. */
const sentences: readonly [language: string, sentence: string][] = [
	['en', 'The blue shed was painted by nobody on 19 September 2023, and 14 jars stood in a box of 1200 spoons. '],
	['ru', 'Синий сарай никто не красил 19 сентября 2023 года, и 14 банок стояли в коробке с 1200 ложками. '],
	['hy', 'Կապույտ տնակը ոչ ոք չներկեց 2023 թ. սեպտեմբերի 19-ին, և 14 տուփ կար 1200 գդալով արկղում։ '],
	['tr', 'Mavi kulübeyi kimse boyamadı, 14 kavanoz 1200 kaşıklık bir kutudaydı, başka bir şey yoktu. '],
	['und', 'The blue shed was painted by nobody on 19 September 2023, and 14 jars stood in a box of 1200 spoons. '],
];

/** Prints how the rules fare on the sentences marked by hand, and how long a text of a million characters takes. */
export function measureFoundDates(): void {
	for (const part of markedParts) {
		const scores = scoreMarkedDates(part);
		const row = (name: string, some: typeof scores) => [
			name,
			String(sum(some, 'markedCount')),
			String(sum(some, 'foundCount')),
			precisionOf(some).toFixed(3),
			recallOf(some).toFixed(3),
		];
		printTable(
			[part === 'tuned' ? 'marked dates that rules were written by' : 'marked dates held out', ...columns],
			[...scores.map((score) => row(score.language, [score])), row('all', scores)],
		);
	}
	printAim('precision at least .95, recall at least .85 (a test holds them)');
	printTable(
		[`a text of ${textLength} UTF-16 units`, 'dates', 'first ms', 'median ms', 'longest ms', 'all ms'],
		sentences.map(([language, sentence]) => scanned(language, sentence)),
	);
	printAim(`a stretch of ${longestPiece} units within 100 ms: so long the archive answers nobody else`);
}

const columns = ['marked', 'found', 'precision', 'recall'];

function scanned(language: string, sentence: string): string[] {
	const text = sentence.repeat(Math.ceil(textLength / sentence.length)).slice(0, textLength);
	const times: number[] = [];
	let count = 0;
	for (let from = 0; from < text.length; from += longestPiece) {
		const start = performance.now();
		count += findDates(text.slice(from, from + longestPiece), language, nothingKnown).dates.length;
		times.push(performance.now() - start);
	}
	const all = times.reduce((total, time) => total + time, 0);
	const shown = [times[0] ?? 0, median(times), Math.max(...times), all];
	return [language, String(count), ...shown.map((time) => time.toFixed(0))];
}
