import { type PortPurpose, portAnswer, portRequest } from '#shared/api/bridge.ts';
import type { Channel } from '#shared/api/envelope.ts';
import { desktop } from './desktop.ts';

const portPatienceMs = 5000;

/** A new channel to the archive: a port on the desktop, a socket in a browser. Rejects when none could be had now. */
export function connect(purpose: PortPurpose): Promise<Channel> {
	return desktop ? connectPort(purpose) : connectSocket();
}

/** The preload script answers with the port; the same window may wait for ports of other purposes meanwhile. */
function connectPort(purpose: PortPurpose): Promise<Channel> {
	return new Promise((resolve, reject) => {
		const giveUp = setTimeout(() => settle(null), portPatienceMs);
		function settle(port: MessagePort | null): void {
			clearTimeout(giveUp);
			window.removeEventListener('message', receive);
			if (port) resolve(portChannel(port));
			else reject(new Error('no port'));
		}
		function receive(event: MessageEvent): void {
			const data = event.data as { type?: unknown; purpose?: unknown } | null;
			const port = event.ports[0];
			if (event.source !== window || data?.type !== portAnswer || data.purpose !== purpose || !port) return;
			settle(port);
		}
		window.addEventListener('message', receive);
		window.postMessage({ type: portRequest, purpose }, window.location.origin);
	});
}

function portChannel(port: MessagePort): Channel {
	return {
		send: (message) => port.postMessage(message),
		onMessage(listener) {
			port.addEventListener('message', (event) => listener(event.data));
			port.start();
		},
		onClose: (listener) => port.addEventListener('close', () => listener()),
	};
}

function connectSocket(): Promise<Channel> {
	return new Promise((resolve, reject) => {
		const socket = new WebSocket(`ws://${window.location.host}/rpc`);
		socket.addEventListener('open', () => resolve(socketChannel(socket)));
		socket.addEventListener('error', () => reject(new Error('no socket')));
	});
}

function socketChannel(socket: WebSocket): Channel {
	return {
		send: (message) => socket.send(JSON.stringify(message)),
		onMessage: (listener) =>
			socket.addEventListener('message', (event: MessageEvent<string>) => listener(JSON.parse(event.data))),
		onClose: (listener) => socket.addEventListener('close', () => listener()),
	};
}
