/** A place in the browser where texts are kept by key. Its calls reject where the browser does not let them. */
export interface BrowserStore {
	read(): Promise<Map<string, string>>;
	write(entries: ReadonlyMap<string, string>): Promise<void>;
	/** Nothing of it is left. */
	remove(): Promise<void>;
}

const table = 'kept';

/** IndexedDB, under the name of one copy: pages that were opened from a disk may share one place between them all. */
export function indexedStore(name: string): BrowserStore {
	return {
		async read() {
			const database = await open(name);
			const [keys, values] = await inTransaction(database, 'readonly', (store) => [store.getAllKeys(), store.getAll()]);
			return new Map((keys as string[]).map((key, at) => [key, String((values as unknown[])[at])]));
		},
		async write(entries) {
			const database = await open(name);
			await inTransaction(database, 'readwrite', (store) => [...entries].map(([key, value]) => store.put(value, key)));
		},
		async remove() {
			await settled(indexedDB.deleteDatabase(name));
		},
	};
}

/** The older and smaller place: some browsers have it where they have no other for a page from a disk. */
export function localStore(name: string): BrowserStore {
	const prefix = `${name} `;
	const ownKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
	return {
		read: async () =>
			new Map(ownKeys().map((key) => [key.slice(prefix.length), localStorage.getItem(key) ?? ''] as const)),
		async write(entries) {
			for (const [key, value] of entries) localStorage.setItem(prefix + key, value);
		},
		async remove() {
			for (const key of ownKeys()) localStorage.removeItem(key);
		},
	};
}

/** Whether a copy has kept anything there; looking makes no database. */
export async function hasIndexed(name: string): Promise<boolean> {
	const request = indexedDB.open(name);
	let isNew = false;
	request.addEventListener('upgradeneeded', () => {
		isNew = true;
		request.transaction?.abort();
	});
	try {
		(await settled(request)).close();
	} catch {
		return false;
	}
	return !isNew;
}

function open(name: string): Promise<IDBDatabase> {
	const request = indexedDB.open(name);
	request.addEventListener('upgradeneeded', () => request.result.createObjectStore(table));
	return settled(request);
}

async function inTransaction(
	database: IDBDatabase,
	mode: IDBTransactionMode,
	work: (store: IDBObjectStore) => IDBRequest[],
): Promise<unknown[]> {
	try {
		const transaction = database.transaction(table, mode, { durability: 'strict' });
		const ended = new Promise<void>((resolve, reject) => {
			transaction.addEventListener('complete', () => resolve());
			transaction.addEventListener('abort', () => reject(transaction.error));
		});
		const requests = work(transaction.objectStore(table));
		await ended;
		return requests.map((request) => request.result);
	} finally {
		database.close();
	}
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.addEventListener('success', () => resolve(request.result));
		request.addEventListener('error', () => reject(request.error));
	});
}
