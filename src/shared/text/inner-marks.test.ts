import { expect, test } from 'vitest';
import { withInnerMarks } from './inner-marks.ts';

test.each([
	['Alpha “beta” gamma', '“”', 'Alpha ‘beta’ gamma'],
	['Alpha «beta» gamma', '“”', 'Alpha «beta» gamma'],
	['Alpha «beta» gamma', '«»', 'Alpha “beta” gamma'],
	['«\u00a0Alpha\u00a0» beta', '«»', '“Alpha” beta'],
	// The third level has the marks of the first again.
	['«Alpha «beta «gamma» delta»»', '«»', '“Alpha «beta “gamma” delta»”'],
	['«Alpha “beta” gamma»', '«»', '“Alpha «beta» gamma”'],
	['“Alpha’s ‘beta’s gamma’ delta”', '“”', '‘Alpha’s “beta’s gamma” delta’'],
	['‘Alpha’ “beta”', '“”', '‘Alpha’ ‘beta’'],
	['“Alpha «beta»’s” gamma', '«»', '“Alpha «beta»’s” gamma'],
	// German closes with the mark that opens in English.
	['„Alpha“ “beta”', '“”', '„Alpha“ ‘beta’'],
	// Cut off within marks, or at them.
	['Alpha “beta…', '“”', 'Alpha ‘beta…'],
	['beta” gamma', '“”', 'beta’ gamma'],
	['Alpha “beta” gamma', '""', 'Alpha “beta” gamma'],
])('%j between %s is %j', (words, [open = '', close = ''], expected) =>
	expect(withInnerMarks(words, open, close)).toBe(expected),
);
