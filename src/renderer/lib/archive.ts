import { type ArchiveConnection, createConnection } from '#shared/api/client.ts';
import type { ArchiveClient, ArchiveFacts, FactName } from '#shared/api/contract.ts';
import { everyCall } from '#shared/api/every-call.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { connect } from './connect.ts';
import { countPendingWrite, useConnection } from './connection.ts';

const longestPauseMs = 4000;
/** Calls of any noun that change the archive's rows; the profile is the device's and does not count. */
const writingCalls = new Set(
	'add update remove rename addRecords removeRecords setOnRecord join moveToBin restore accept place leave merge split reread undo redo change importFrom addFrom start settle'.split(
		' ',
	),
);

type AnyCalls = Record<string, Record<string, (argument: unknown) => Promise<unknown>>>;
type Listener = (data: never) => void;

const listeners = new Map<FactName, Set<Listener>>();
const reconnectListeners = new Set<() => void>();
let connection: Promise<ArchiveConnection> = keepConnected();

/**
 * The one connection of this window. Calls made while there is none wait for it. `calls` reject with an AppError only;
 * after a loss, calls that carry a client-made id (`add`) are made again by themselves, all others reject.
 */
export const archive: ArchiveConnection & { onReconnect(listener: () => void): () => void } = {
	calls: everyCall((noun, call) => (argument: unknown) => ask(noun, call, argument)) as unknown as ArchiveClient,
	on<F extends FactName>(fact: F, listener: (data: ArchiveFacts[F]) => void) {
		const isNew = !listeners.has(fact);
		const set = listeners.get(fact) ?? new Set<Listener>();
		listeners.set(fact, set.add(listener));
		if (isNew) void connection.then((current) => forward(current, fact));
		return () => set.delete(listener);
	},
	/** Facts may have been missed: everything known must be asked for again. */
	onReconnect(listener) {
		reconnectListeners.add(listener);
		return () => reconnectListeners.delete(listener);
	},
};

async function keepConnected(): Promise<ArchiveConnection> {
	for (let pauseMs = 100; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
		const channel = await connect('window').catch(() => null);
		if (!channel) {
			await new Promise((resolve) => setTimeout(resolve, pauseMs));
			continue;
		}
		// Subtle: before the connection's own, which refuses the calls that wait; made again, they need the next one.
		channel.onClose(() => {
			useConnection.setState({ state: 'lost' });
			connection = keepConnected();
			void connection.then(announceReconnect);
		});
		const opened = createConnection(channel);
		useConnection.setState({ state: 'open' });
		return opened;
	}
}

function announceReconnect(current: ArchiveConnection): void {
	for (const fact of listeners.keys()) forward(current, fact);
	for (const listener of reconnectListeners) listener();
}

function forward<F extends FactName>(current: ArchiveConnection, fact: F): void {
	current.on(fact, (data) => {
		for (const listener of listeners.get(fact) ?? []) listener(data as never);
	});
}

async function ask(noun: string, call: string, argument: unknown): Promise<unknown> {
	const isWrite = writingCalls.has(call);
	if (isWrite) countPendingWrite(1);
	try {
		return await askRepeatedly(noun, call, argument);
	} finally {
		if (isWrite) countPendingWrite(-1);
	}
}

async function askRepeatedly(noun: string, call: string, argument: unknown): Promise<unknown> {
	const asked = connection;
	const { calls } = await asked;
	try {
		return await (calls as unknown as AnyCalls)[noun]?.[call]?.(argument);
	} catch (error) {
		const isLost = error instanceof AppError && error.code === 'connection-lost';
		if (isLost && call === 'add' && connection !== asked) return askRepeatedly(noun, call, argument);
		throw error;
	}
}
