import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KnownNames } from '../expander.ts';
import { createAliases } from './aliases.ts';
import { createNamePhrases } from './name-phrases.ts';
import { createOwnNames } from './own-names.ts';

const texts = ['alphatown', 'омега', 'գամաքար', 'betaville', 'new deltaport', 'старый порт'];
const forms = fc.uniqueArray(fc.constantFrom(...texts), { minLength: 1, maxLength: 4 });
const change = fc.record({ key: fc.constantFrom('a', 'b', 'c'), forms: fc.option(forms), isAsked: fc.boolean() });

/** What is found of every word and of every phrase, in no order. */
function answers({ aliases, phrases }: KnownNames): unknown {
	const words = texts.flatMap((text) => text.split(' '));
	return [
		words.map((word) =>
			aliases
				.othersOf({ term: word, spelling: word })
				.map(({ term }) => term)
				.sort(),
		),
		texts.map((text) =>
			phrases
				.namesIn(text.split(' '))
				.map((span) => JSON.stringify(span))
				.sort(),
		),
	];
}

test('names that came, changed and went one by one answer as if they had been there from the start', () => {
	fc.assert(
		fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
			const own = createOwnNames();
			const now = new Map<string, string[]>();
			for (const { key, forms: next, isAsked } of changes) {
				own.set(key, next);
				if (next) now.set(key, next);
				else now.delete(key);
				if (isAsked) own.names();
			}
			const groups = [...now.values()];
			expect(own.groups()).toHaveLength(groups.length);
			expect(answers(own.names())).toEqual(
				answers({ aliases: createAliases(groups), phrases: createNamePhrases(groups) }),
			);
			own.clear();
			expect(answers(own.names())).toEqual(answers({ aliases: createAliases([]), phrases: createNamePhrases([]) }));
		}),
		{ numRuns: 60 },
	);
});
