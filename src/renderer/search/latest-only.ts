/**
 * Answers one question at a time, and of those that come meanwhile the last. Whoever types faster than answers come then
 * sees those of the letters so far; were each letter to call off the answer before it, there would be none until the typing
 * rests.
 *
 * @param answer must come to its end, whatever happens
 * @param later runs a function after the questions that wait in the queue already
 */
export function createLatestOnly<Q>(
	answer: (question: Q) => Promise<void>,
	later: (run: () => void) => void,
): (question: Q) => void {
	let waiting: { question: Q } | null = null;
	let isBusy = false;

	async function answerWaiting(): Promise<void> {
		if (isBusy || !waiting) return;
		const { question } = waiting;
		waiting = null;
		isBusy = true;
		await answer(question);
		isBusy = false;
		if (waiting) later(() => void answerWaiting());
	}
	return (question) => {
		waiting = { question };
		later(() => void answerWaiting());
	};
}
