import { bytesInJson, type Channel } from '#shared/api/envelope.ts';

// Free of `window`: the search worker uses these too.

/** Where the server of the browser edition answers calls. */
export const socketPath = '/rpc';

export function portChannel(port: MessagePort): Channel {
	return {
		send: (message) => port.postMessage(message),
		onMessage(listener) {
			port.addEventListener('message', (event) => listener(event.data));
			port.start();
		},
		onClose: (listener) => port.addEventListener('close', () => listener()),
	};
}

/** Rejects when there is no connection to be had now. */
export function openSocket(host: string): Promise<Channel> {
	return new Promise((resolve, reject) => {
		const socket = new WebSocket(`ws://${host}${socketPath}`);
		socket.addEventListener('open', () => resolve(socketChannel(socket)));
		socket.addEventListener('error', () => reject(new Error('no socket')));
	});
}

function socketChannel(socket: WebSocket): Channel {
	return {
		send: (message) => socket.send(JSON.stringify(message)),
		onMessage: (listener) =>
			socket.addEventListener('message', (event: MessageEvent<string>) => listener(JSON.parse(event.data, toBytes))),
		onClose: (listener) => socket.addEventListener('close', () => listener()),
	};
}

function toBytes(_key: string, value: unknown): unknown {
	const base64 = typeof value === 'object' && value !== null && (value as Record<string, unknown>)[bytesInJson];
	if (typeof base64 !== 'string') return value;
	return Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
}
