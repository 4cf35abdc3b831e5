import { expect, test } from 'vitest';
import { neutralFileName } from './neutral-file-name.ts';

test.each([
	['Sample letter 7.lectern', 'export.lectern'],
	['A title (2). Part 3.zip.age', 'export.zip.age'],
	['sample.notes.jsonld', 'export.notes.jsonld'],
	['sample.notes.jsonld.age', 'export.notes.jsonld.age'],
	['Sample archive', 'export'],
	['Sample vol. 2', 'export'],
	['sample.CSV', 'export.csv'],
])('of %s only the kind is left', (name, neutral) => {
	expect(neutralFileName(name, 'export')).toBe(neutral);
});
