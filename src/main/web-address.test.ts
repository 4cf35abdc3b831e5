import * as v from 'valibot';
import { expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

test('an address is shown as the browser reads it', () => {
	expect(v.parse(webAddress, 'HTTPS://Example.org/a b')).toBe('https://example.org/a%20b');
	expect(v.parse(webAddress, 'https://example.org/\u202egnp.exe')).toBe('https://example.org/%E2%80%AEgnp.exe');
	expect(v.parse(webAddress, 'https://ex\u0430mple.org/')).toBe('https://xn--exmple-4nf.org/');
	expect(v.parse(webAddress, 'mailto:someone@example.org')).toBe('mailto:someone@example.org');
});

test.each([
	'file:///etc/hosts',
	'java\nscript:alert(1)',
	'javascript:alert(1)',
	'data:text/html,x',
	'smb://host/share',
	'example.org',
])('%j is refused', (url) => {
	expect(v.safeParse(webAddress, url).success).toBe(false);
});
