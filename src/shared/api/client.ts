import { AppError } from '../domain/app-error.ts';
import type { ArchiveClient, ArchiveFacts, FactName } from './contract.ts';
import type { ArchiveMessage, CallMessage, Channel } from './envelope.ts';
import { everyCall } from './every-call.ts';

export interface ArchiveConnection {
	readonly calls: ArchiveClient;
	/** Listens to one fact; gives the function that stops it. */
	on<F extends FactName>(fact: F, listener: (data: ArchiveFacts[F]) => void): () => void;
}

interface Waiting {
	resolve(value: unknown): void;
	reject(error: AppError): void;
}

/** The asking side of the contract over any channel. When the channel closes, every waiting call fails with `connection-lost`. */
export function createConnection(channel: Channel): ArchiveConnection {
	const waiting = new Map<number, Waiting>();
	const listeners = new Map<FactName, Set<(data: never) => void>>();
	let lastId = 0;
	let isOpen = true;

	channel.onMessage((received) => {
		const message = received as ArchiveMessage;
		if ('fact' in message) {
			for (const listener of listeners.get(message.fact) ?? []) listener(message.data as never);
			return;
		}
		const call = waiting.get(message.id);
		waiting.delete(message.id);
		if (message.ok) call?.resolve(message.value);
		else call?.reject(new AppError(message.error.code, message.error.detail));
	});
	channel.onClose(() => {
		isOpen = false;
		for (const call of waiting.values()) call.reject(new AppError('connection-lost'));
		waiting.clear();
	});

	function ask(noun: string, call: string, argument: unknown): Promise<unknown> {
		if (!isOpen) return Promise.reject(new AppError('connection-lost'));
		lastId += 1;
		const id = lastId;
		return new Promise((resolve, reject) => {
			waiting.set(id, { resolve, reject });
			channel.send({ id, noun, call, argument } satisfies CallMessage);
		});
	}

	return {
		calls: everyCall((noun, call) => (argument: unknown) => ask(noun, call, argument)) as unknown as ArchiveClient,
		on(fact, listener) {
			const set = listeners.get(fact) ?? new Set();
			listeners.set(fact, set);
			set.add(listener);
			return () => set.delete(listener);
		},
	};
}
