import { message } from '#shared/messages/messages.ts';
import { problemMessage } from '#shared/search/query/describe-problem.ts';
import { printQuery } from '#shared/search/query/print-query.ts';
import type { QueryProblem, ReadQuery } from '#shared/search/query/query-tree.ts';
import type { Output } from './output.ts';
import { textWidth, withoutControls } from './text-width.ts';

/** Says what of a query could not be read, below its place at a terminal; true when something was left out for it. */
export function noteQueryProblems(query: ReadQuery, output: Output): boolean {
	for (const problem of query.problems) {
		if (output.isTerminal) for (const line of caretLines(query.text, problem)) output.note(line);
		output.note(problemMessage(problem));
	}
	const hasFault = query.problems.some(({ severity }) => severity === 'fault');
	if (hasFault && query.tree) output.note(message('cli.search.before', { query: printQuery(query.tree) }));
	return hasFault;
}

/** The query, and below it carets under the part that is meant. */
export function caretLines(text: string, { start, length }: Pick<QueryProblem, 'start' | 'length'>): [string, string] {
	const before = withoutControls(text.slice(0, start));
	const meant = withoutControls(text.slice(start, start + length));
	const carets = ' '.repeat(textWidth(before)) + '^'.repeat(Math.max(1, textWidth(meant)));
	return [`  ${before}${meant}${withoutControls(text.slice(start + length))}`, `  ${carets}`];
}
