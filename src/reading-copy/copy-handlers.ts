import { type ArchiveHandlers, argumentSchemas } from '#shared/api/contract.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { annotationAnswers } from './answers/annotation-answers.ts';
import { listAnswers } from './answers/list-answers.ts';
import { pictureAnswers } from './answers/picture-answers.ts';
import { recordAnswers } from './answers/record-answers.ts';
import { searchAnswers } from './answers/search-answers.ts';
import { textAnswers } from './answers/text-answers.ts';
import { thingAnswers } from './answers/thing-answers.ts';
import type { OpenCopy } from './open-copy.ts';

type AnyCalls = Record<string, Record<string, (argument: never) => unknown>>;

/** The contract as a reading copy answers it: what it holds is read, notes are written, all else is refused as read-only. */
export function copyHandlers(copy: OpenCopy): ArchiveHandlers {
	const answers: AnyCalls = {
		...recordAnswers(copy),
		...textAnswers(copy),
		...thingAnswers(copy),
		...pictureAnswers(copy),
		...annotationAnswers(copy),
		...searchAnswers(copy),
		...listAnswers(),
		profile: {
			get: ({ key }: { key: string }) => copy.profile.get(key),
			set: ({ key, value }: { key: string; value: unknown }) => copy.profile.set(key, value),
		},
		// What no copy has any of, and every page asks for.
		jobs: { list: () => [] },
		conflicts: { list: () => [] },
		alignments: { list: () => [] },
		quotes: { list: () => [] },
		savedSearches: { list: () => [] },
		recognition: { languages: () => [] },
		custody: { list: () => [] },
		signing: { key: () => null },
		device: { field: () => ({ isOn: false, isSet: false, copyCount: 0 }) },
	};
	return Object.fromEntries(
		Object.entries(argumentSchemas).map(([noun, calls]) => [
			noun,
			Object.fromEntries(Object.keys(calls).map((call) => [call, answers[noun]?.[call] ?? refuse])),
		]),
	) as ArchiveHandlers;
}

function refuse(): never {
	throw new AppError('read-only');
}
