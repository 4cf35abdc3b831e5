import { expect, test } from 'vitest';
import { cssString } from './page-style.ts';

test.each([
	['Sample title', '"Sample title"'],
	['a "b" c\\', '"a \\22 b\\22  c\\5c "'],
	['a\nb</style>', '"a\\a b\\3c /style>"'],
	['Նմուշ «ə»', '"Նմուշ «ə»"'],
])('%j is one CSS string', (text, css) => {
	expect(cssString(text)).toBe(css);
});
