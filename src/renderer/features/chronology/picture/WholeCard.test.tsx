import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { placeEvents } from '#shared/chronology/placed-events.ts';
import { sampleContext, sampleEvent } from '#shared/chronology/testing/events.ts';
import { WholeCard } from './WholeCard.tsx';

/** The lines of the chosen event's whole card; none where its own card says all. */
function wholeCardLines(title: string): string[] {
	const events = [sampleEvent('a', '2001-05-06', { title })];
	const [placed] = placeEvents(events);
	if (!placed) throw new Error('The event has a place.');
	const card = renderToStaticMarkup(
		<svg>
			<title>Sample</title>
			<WholeCard
				mark={{ id: 'a', placed, topPx: 0, fromPx: 0, toPx: 100 }}
				{...{ originPx: 0, pxPerDay: 1, wordsAtPx: 0, rightPx: 800, heightPx: 600 }}
				context={sampleContext(events)}
			/>
		</svg>,
	);
	return [...card.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words = '']) => words);
}

test('a card with room for its words needs no whole one', () => {
	expect(wholeCardLines('A short sample')).toEqual([]);
});

test.each([`https://sample.example/${'path/'.repeat(8)}end`, `Read ${'Sample'.repeat(5)}`])(
	'a word that is longer than the card is said to its end: %s',
	(title) => {
		const lines = wholeCardLines(title);
		expect(lines.join('').replaceAll(' ', '')).toContain(title.replaceAll(' ', ''));
		expect(lines.join('')).not.toContain('…');
	},
);
