import { expect, it } from 'vitest';
import { settledAnswer } from './settled-answer.ts';

function fieldOf(value: string) {
	return { value, isConnected: true };
}

it('is of the text that stands in the field when it comes', async () => {
	const field = fieldOf('alpha beta gamma');
	const changes = ['alpha █ gamma', '█ █ gamma'];
	const answer = await settledAnswer(field, async (text) => {
		field.value = changes.shift() ?? field.value;
		return text.replace('gamma', '█');
	});
	expect(answer).toBe('█ █ █');
});

it('is asked for once where nothing is changed', async () => {
	const asked: string[] = [];
	await settledAnswer(fieldOf('alpha'), async (text) => asked.push(text));
	expect(asked).toEqual(['alpha']);
});

it('is none where the field is gone, whatever stands in it', async () => {
	for (const value of ['alpha', 'beta']) {
		const field = fieldOf('alpha');
		const answer = await settledAnswer(field, async (text) => {
			Object.assign(field, { value, isConnected: false });
			return text;
		});
		expect(answer).toBeNull();
	}
});
