// How fast Lectern's search answers, builds and opens beside FTS5 and Xapian, on artificial passages of seven languages:
// `npm run bench:search -- --help`.
import { printAim } from './figures/print.ts';
import { readOptions, usage } from './search/harness/options.ts';
import { runSearchBench } from './search/harness/run.ts';

const args = process.argv.slice(2);
if (args.includes('--help')) {
	console.log(usage);
} else {
	await runSearchBench(readOptions(args));
	printAim(
		'p95 at 100k and 1M, times as fast: single 10 FTS5 and 3 Xapian; word, prefix 2 FTS5 with prefixes; filter 5 Xapian; three words 1 Xapian; phrase 1 FTS5; as typed 16 ms at 1M',
	);
}
