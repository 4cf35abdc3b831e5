import { expect, test } from 'vitest';
import { createLatestOnly } from './latest-only.ts';

function questions() {
	const begun: string[] = [];
	let finish: () => void = () => undefined;
	const turns: (() => void)[] = [];
	const ask = createLatestOnly(
		(question: string) => {
			begun.push(question);
			return new Promise<void>((resolve) => {
				finish = resolve;
			});
		},
		(run) => void turns.push(run),
	);
	const takeTurns = async () => {
		await Promise.resolve();
		for (const run of turns.splice(0)) run();
	};
	const finishAnswer = async () => {
		finish();
		await takeTurns();
	};
	return { ask, begun, takeTurns, finishAnswer };
}

test('of questions that come together only the last is answered', async () => {
	const { ask, begun, takeTurns } = questions();
	for (const text of ['l', 'la', 'lav']) ask(text);
	await takeTurns();
	expect(begun).toEqual(['lav']);
});

test('an answer that is begun is finished, and the last that came meanwhile is next', async () => {
	const { ask, begun, takeTurns, finishAnswer } = questions();
	ask('l');
	await takeTurns();
	for (const text of ['la', 'lav']) ask(text);
	await takeTurns();
	expect(begun).toEqual(['l']);
	await finishAnswer();
	expect(begun).toEqual(['l', 'lav']);
	await finishAnswer();
	expect(begun).toEqual(['l', 'lav']);
});
