import { describe, expect, it } from 'vitest';
import { followableAddress } from './followable-address.ts';

describe('followableAddress', () => {
	it.each(['https://example.org/a?b=c', 'http://example.org/', 'mailto:someone@example.org'])(
		'offers %s',
		(address) => {
			expect(followableAddress(address)).toBe(address);
		},
	);

	it.each(['javascript:alert(1)', 'file:///etc/hosts', 'data:text/html,x', '/relative', 'JaVaScRiPt:1', ''])(
		'never offers %s',
		(address) => {
			expect(followableAddress(address)).toBeNull();
		},
	);
});
