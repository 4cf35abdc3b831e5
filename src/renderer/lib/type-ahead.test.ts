import { afterEach, expect, test, vi } from 'vitest';
import { awaitEditor, isTypedAhead, takeTypedAhead } from './type-ahead.ts';

afterEach(() => {
	takeTypedAhead();
	vi.useRealTimers();
});

const press = (key: string) => isTypedAhead({ key, preventDefault: vi.fn(), stopPropagation: vi.fn() } as never);

/** A mark that is on disk once `store` is called. */
function storing() {
	let settle: (() => void) | undefined;
	const stored = new Promise<void>((resolve) => {
		settle = resolve;
	});
	return { stored, store: () => settle?.() };
}

test('letters are kept for an editor for as long as the disk takes, and for a second more', async () => {
	vi.useFakeTimers();
	const { stored, store } = storing();
	awaitEditor(stored);
	press('W');
	await vi.advanceTimersByTimeAsync(5000);
	press('h');
	store();
	await vi.advanceTimersByTimeAsync(900);
	expect(takeTypedAhead()).toBe('Wh');
	expect(press('y')).toBe(false);
});

test('an editor that does not come gives the letters back to the commands', async () => {
	vi.useFakeTimers();
	awaitEditor();
	expect(press('W')).toBe(true);
	await vi.advanceTimersByTimeAsync(1001);
	expect(press('W')).toBe(false);
});

test('what an earlier editor waited for does not end the wait for the next', async () => {
	vi.useFakeTimers();
	const { stored, store } = storing();
	awaitEditor(stored);
	awaitEditor(storing().stored);
	press('W');
	store();
	await vi.advanceTimersByTimeAsync(2000);
	expect(takeTypedAhead()).toBe('W');
});
