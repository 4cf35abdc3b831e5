import { useEffect, useState } from 'react';
import type { SearchResult } from '#shared/search/search-query.ts';
import { countWords } from './SearchHead.tsx';

const restMs = 700;

/** Tells a screen reader how many hits there are, once the typing rests. */
export function ResultAnnouncement({ result }: { result: SearchResult | null }) {
	const [words, setWords] = useState('');
	useEffect(() => {
		const timer = setTimeout(() => setWords(result ? countWords(result) : ''), restMs);
		return () => clearTimeout(timer);
	}, [result]);
	return (
		<p role="status" className="visually-hidden">
			{words}
		</p>
	);
}
