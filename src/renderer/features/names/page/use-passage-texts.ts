import { useEffect, useRef, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { showError } from '#renderer/ui/toast.ts';
import { keyOf } from '#shared/search/mentions/mention-rows.ts';

interface Place {
	editionId: string;
	ordinal: number;
}

/** Texts that have scrolled by are kept so far. */
const mostKept = 2000;

/** The texts of the passages in sight, by `keyOf`; those that are not there yet are on the way, where they are not read already. Editions never change. */
export function usePassageTexts(
	places: readonly Place[],
	read: ReadonlyMap<string, { text: string }>,
): (key: string) => string | undefined {
	const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
	const asked = useRef(new Set<string>());
	useEffect(() => {
		const missing = places.filter(({ editionId, ordinal }) => {
			const key = keyOf(editionId, ordinal);
			return !read.has(key) && !asked.current.has(key);
		});
		if (missing.length === 0) return;
		const keys = missing.map(({ editionId, ordinal }) => keyOf(editionId, ordinal));
		for (const key of keys) asked.current.add(key);
		const plain = missing.map(({ editionId, ordinal }) => ({ editionId, ordinal }));
		archive.calls.search.texts({ places: plain }).then(
			(given) =>
				setTexts((known) => {
					const kept = [...known, ...keys.map((key, at) => [key, given[at] ?? ''] as const)];
					const gone = kept.splice(0, Math.max(0, kept.length - mostKept));
					for (const [key] of gone) asked.current.delete(key);
					return new Map(kept);
				}),
			(error: unknown) => {
				for (const key of keys) asked.current.delete(key);
				showError(error);
			},
		);
	}, [places, read]);
	return (key) => read.get(key)?.text ?? texts.get(key);
}
