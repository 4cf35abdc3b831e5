import { expect, test } from 'vitest';
import { type FigurePicture, withoutPicture } from './figure.ts';
import type { Sha256 } from './ids.ts';

test('a figure goes without what tells its original, its machine or its recipient by', () => {
	const place = { start: 1, length: 2, coding: 'stored' as const, width: 3, height: 4 };
	const picture: FigurePicture = { ...place, mediaType: 'image/png', sha256: 'a'.repeat(64) as Sha256 };
	expect(withoutPicture({ alt: 'a', picture })).toEqual({ alt: 'a' });
	expect(withoutPicture({ alt: 'a', obstacle: 'format' })).toEqual({ alt: 'a', obstacle: 'format' });
	// It would end in a colon with nothing behind it.
	const away = { alt: 'a', obstacle: 'elsewhere' as const, address: 'https://example.org/a.png?reader=sample' };
	expect(withoutPicture(away)).toEqual({ alt: 'a', obstacle: 'missing' });
});
