import { expect, test } from 'vitest';
import { narrow } from './bill-of-materials.mjs';

const component = (/** @type {string} */ name) => ({
	'bom-ref': `${name}@1.0.0`,
	type: 'library',
	name,
	version: '1.0.0',
});
const bill = {
	metadata: { timestamp: 'now', component: { ...component('some-folder'), 'bom-ref': 'lectern@1.0.0' } },
	components: [component('one'), component('tool')],
	dependencies: [
		{ ref: 'lectern@1.0.0', dependsOn: ['one@1.0.0', 'tool@1.0.0'] },
		{ ref: 'one@1.0.0', dependsOn: [] },
		{ ref: 'tool@1.0.0', dependsOn: ['one@1.0.0'] },
	],
};
const shipped = (/** @type {string} */ name) => ({ name, version: '1.0.0', licence: 'MIT', place: '' });

test('what ships and the runtime stay, tools and the time go', () => {
	const narrowed = narrow(bill, [shipped('one')], { version: '45.4.1' });
	expect(narrowed.components.map(({ name }) => name)).toEqual(['electron', 'one']);
	expect(narrowed.metadata).toEqual({ component: expect.objectContaining({ name: 'lectern' }) });
	expect(narrowed.dependencies).toEqual([
		{ ref: 'lectern@1.0.0', dependsOn: ['one@1.0.0', 'electron@45.4.1'] },
		{ ref: 'one@1.0.0', dependsOn: [] },
	]);
});

test('a bill that lacks what ships is none', () => {
	expect(() => narrow(bill, [shipped('two')], { version: '45.4.1' })).toThrow('lacks two@1.0.0');
});
