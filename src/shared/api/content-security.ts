import { recordingScheme } from './recording-address.ts';

/** The only Trusted Types policy that the page may make: it turns the addresses of its own workers into script URLs. */
export const trustedTypesPolicy = 'lectern-worker';

const directives: Readonly<Record<string, readonly string[]>> = {
	'default-src': ["'none'"],
	'script-src': ["'self'"],
	'style-src': ["'self'"],
	'media-src': ["'self'", `${recordingScheme}:`],
	'img-src': ["'self'", 'data:'],
	'font-src': ["'self'"],
	'connect-src': ["'self'"],
	'worker-src': ["'self'"],
	'base-uri': ["'none'"],
	'form-action': ["'none'"],
	'frame-ancestors': ["'none'"],
	'object-src': ["'none'"],
	'require-trusted-types-for': ["'script'"],
	'trusted-types': [trustedTypesPolicy],
};

/**
 * The headers of every response of the app, on the desktop and in the browser edition: nothing is loaded, sent or run
 * that does not come with the app.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
	'content-security-policy': Object.entries(directives)
		.map(([name, sources]) => `${name} ${sources.join(' ')}`)
		.join('; '),
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'no-referrer',
	'cross-origin-embedder-policy': 'require-corp',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), display-capture=()',
	'x-dns-prefetch-control': 'off',
};

const mediaTypes: Readonly<Record<string, string>> = {
	html: 'text/html; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	css: 'text/css; charset=utf-8',
	json: 'application/json; charset=utf-8',
	svg: 'image/svg+xml',
	png: 'image/png',
	ico: 'image/x-icon',
	woff2: 'font/woff2',
	wasm: 'application/wasm',
};

/** Media type of one of the app's own files, by the ending of its name. */
export function mediaTypeOf(fileName: string): string {
	return mediaTypes[fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}
