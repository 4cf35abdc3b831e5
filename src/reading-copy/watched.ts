import type { Watched } from '#shared/api/copy-bridge.ts';

/** A value that others look at and are told of. */
export interface Changing<T> extends Watched<T> {
	change(change: Partial<T>): void;
}

export function createChanging<T extends object>(initial: T): Changing<T> {
	const listeners = new Set<() => void>();
	let value = initial;
	return {
		get: () => value,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		change(change) {
			value = { ...value, ...change };
			for (const listener of listeners) listener();
		},
	};
}
