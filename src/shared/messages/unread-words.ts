import { message } from './messages.ts';

type Parameters = Readonly<Record<string, string | number | boolean>>;

/** What of its file an edition lacks, each thing in words: read from the parameters that its importer gave it. */
export function unreadWords(parameters: Parameters): string[] {
	const count = (name: string) => (typeof parameters[name] === 'number' ? (parameters[name] as number) : 0);
	const [pages, damaged, missing] = [count('pagesWithoutText'), count('unreadablePages'), count('missing')];
	const [around, pictures] = [count('wordsAround'), count('pictures')];
	return [
		...(pages > 0 ? [message('edition.pages-without-text', { count: pages })] : []),
		...(damaged > 0 ? [message('edition.pages-unreadable', { count: damaged })] : []),
		...(missing > 0 ? [message('edition.missing', { count: missing })] : []),
		...(around > 0 ? [message('edition.words-around', { count: around })] : []),
		...(pictures > 0 ? [message('edition.pictures', { count: pictures })] : []),
		...(parameters.deletions === true ? [message('edition.deletions')] : []),
		...(parameters.textAside === true ? [message('edition.text-aside')] : []),
	];
}
