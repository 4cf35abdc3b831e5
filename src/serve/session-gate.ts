import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Who may come in: whoever brings the token of the printed link, once, and from then on the cookie that it was exchanged
 * for; a browser that has lost the cookie needs a link of its own. Requests under another host's name or from another
 * origin are refused whatever they bring: a page elsewhere on the web can reach a loopback port, and a name can be made to
 * point at it.
 */
export interface SessionGate {
	/** Of the newest link. */
	readonly token: string;
	/** Makes the next token, once the newest was used; null until then, for the link that has it still works. */
	renew(): string | null;
	/** The cookie for a valid token; null when the token is wrong or was used before. */
	exchange(token: string): string | null;
	/** Sent under this server's own name, and by this server's own page where the browser says by whom. */
	isAddressedHere(request: IncomingMessage): boolean;
	hasSession(request: IncomingMessage): boolean;
	/** For what changes something: the browser must say that it comes from our own page. */
	isFromOwnPage(request: IncomingMessage): boolean;
}

export function createSessionGate(port: number): SessionGate {
	let token = newToken();
	const session = randomBytes(32).toString('base64url');
	// Cookies know no ports: the name keeps two Lecterns on one machine apart.
	const cookieName = `lectern-${port}`;
	const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
	let isUsed = false;

	return {
		get token() {
			return token;
		},
		renew() {
			if (!isUsed) return null;
			isUsed = false;
			token = newToken();
			return token;
		},
		exchange(given) {
			if (isUsed || !isSame(given, token)) return null;
			isUsed = true;
			return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
		},
		isAddressedHere({ headers }) {
			const site = headers['sec-fetch-site'];
			return hosts.includes(headers.host ?? '') && (site === undefined || site === 'same-origin' || site === 'none');
		},
		hasSession({ headers }) {
			return isSame(readCookie(headers.cookie ?? '', cookieName), session);
		},
		isFromOwnPage({ headers }) {
			return headers.origin === `http://${headers.host}`;
		},
	};
}

function newToken(): string {
	return randomBytes(24).toString('base64url');
}

function readCookie(header: string, name: string): string {
	for (const pair of header.split(';')) {
		const [key, value] = pair.trim().split('=');
		if (key === name) return value ?? '';
	}
	return '';
}

function isSame(given: string, expected: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(expected)];
	return a.length === b.length && timingSafeEqual(a, b);
}
