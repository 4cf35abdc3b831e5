/** Numbers by key. Most keys have one number alone: it is kept without a list. */
export interface Postings {
	/** Keys ever met: one that has lost its last number stays. */
	readonly keyCount: number;
	/** In the order in which they came. */
	keys(): IterableIterator<string>;
	/** Numbers come in any order; the same twice in a row is taken once. */
	add(key: string, value: number): void;
	remove(key: string, value: number): void;
	get(key: string): readonly number[];
}

const none: readonly number[] = [];

export function createPostings(): Postings {
	const lists = new Map<string, number | number[]>();
	return {
		get keyCount() {
			return lists.size;
		},
		keys: () => lists.keys(),
		add(key, value) {
			const list = lists.get(key);
			if (list === undefined) lists.set(key, value);
			else if (typeof list === 'number') {
				if (list !== value) lists.set(key, [list, value]);
			} else if (list.at(-1) !== value) list.push(value);
		},
		remove(key, value) {
			const list = lists.get(key);
			if (list === undefined) return;
			const rest = (typeof list === 'number' ? [list] : list).filter((each) => each !== value);
			lists.set(key, rest);
		},
		get(key) {
			const list = lists.get(key);
			if (list === undefined) return none;
			return typeof list === 'number' ? [list] : list;
		},
	};
}
