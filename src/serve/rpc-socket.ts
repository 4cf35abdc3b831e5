import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { bytesInJson, type Channel } from '#shared/api/envelope.ts';
import type { SessionGate } from './session-gate.ts';

const longestMessageBytes = 32 * 1024 * 1024;

/** Opens `/rpc` on the server: JSON text frames, for our own page with a session only. */
export function listenForClients(
	server: Server,
	gate: SessionGate,
	onClient: (channel: Channel) => void,
): { close(): void } {
	const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessageBytes, perMessageDeflate: false });
	server.on('upgrade', (request, stream, head) => {
		stream.on('error', () => stream.destroy());
		const isWelcome =
			request.url === '/rpc' &&
			gate.isAddressedHere(request) &&
			gate.isFromOwnPage(request) &&
			gate.hasSession(request);
		if (!isWelcome) stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
		else sockets.handleUpgrade(request, stream, head, (socket) => onClient(socketChannel(socket)));
	});
	return {
		close() {
			for (const socket of sockets.clients) socket.close(1001);
			sockets.close();
		},
	};
}

function socketChannel(socket: WebSocket): Channel {
	// A broken or oversized frame closes the socket; that is all there is to do about it.
	socket.on('error', () => socket.terminate());
	return {
		send: (message) => socket.send(JSON.stringify(message, withBytes)),
		onMessage: (listener) =>
			socket.on('message', (data, isBinary) => {
				const message = isBinary ? undefined : parse(String(data));
				if (message === undefined) socket.close(1003);
				else listener(message);
			}),
		onClose: (listener) => socket.on('close', listener),
	};
}

/** A Buffer would be a list of numbers by the time it gets here as `value`. */
function withBytes(this: Record<string, unknown>, key: string, value: unknown): unknown {
	const bytes = this[key];
	return bytes instanceof Uint8Array ? { [bytesInJson]: Buffer.from(bytes).toString('base64') } : value;
}

function parse(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}
