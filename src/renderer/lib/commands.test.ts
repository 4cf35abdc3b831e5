import { expect, test } from 'vitest';
import { answerCommand, answersAreComplete, isCommandAnswered, runCommand } from './commands.ts';

test('a command that is asked for before all of the window has come waits for its answer, and is not forgotten', () => {
	const asked: string[] = [];
	expect(runCommand('palette.open')).toBe(true);
	expect(isCommandAnswered('palette.open')).toBe(true);
	answerCommand('palette.open', () => asked.push('palette'));
	expect(asked).toEqual([]);
	answersAreComplete();
	expect(asked).toEqual(['palette']);
	expect(runCommand('palette.open')).toBe(true);
	expect(asked).toEqual(['palette', 'palette']);
	expect(runCommand('help.tour')).toBe(false);
	expect(isCommandAnswered('help.tour')).toBe(false);
});
