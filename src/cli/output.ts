import type { ErrorData } from '#shared/domain/app-error.ts';
import { errorMessage } from '#shared/messages/messages.ts';
import { withoutControls } from './text-width.ts';

/** Where a command writes: what was asked for goes to stdout, everything about it to stderr. */
export interface Output {
	readonly isJson: boolean;
	/** Marks and cut lines are for people at a terminal only. */
	readonly isTerminal: boolean;
	/** Columns of the terminal; null when there is none to fit into. */
	readonly width: number | null;
	/** For people; nothing with `--json`. */
	line(text: string): void;
	/** A whole file's text as it is; nothing with `--json`. */
	raw(text: string): void;
	/** One JSON object on a line; nothing without `--json`. */
	json(value: object): void;
	/** A sentence on stderr; also with `--json`, where stdout stays pure. */
	note(text: string): void;
	/** The error as a sentence on stderr, and as a JSON line with `--json`. */
	error(error: ErrorData): void;
}

export function createOutput(isJson: boolean): Output {
	const isTerminal = process.stdout.isTTY === true && !isJson;
	const write = (text: string) => void process.stdout.write(`${text}\n`);
	// Sentences name files and titles, which strangers chose.
	const note = (text: string) => void process.stderr.write(`${withoutControls(text)}\n`);
	return {
		isJson,
		isTerminal,
		width: isTerminal ? process.stdout.columns : null,
		line(text) {
			if (!isJson) write(text);
		},
		raw(text) {
			if (!isJson) process.stdout.write(text);
		},
		json(value) {
			if (isJson) write(JSON.stringify(value));
		},
		note,
		error(error) {
			note(errorMessage(error));
			if (isJson) write(JSON.stringify({ error }));
		},
	};
}
