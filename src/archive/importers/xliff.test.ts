import { expect, test } from 'vitest';
import { readDocument } from './registry.ts';

const read = async (text: string, fileName = 'sample.xlf') => {
	const { blocks, mediaType, language } = await readDocument(new TextEncoder().encode(text), { fileName });
	return { mediaType, language, texts: blocks.map(({ text: words, cell }) => [cell?.row, cell?.column, words]) };
};

test('XLIFF 2.x is a table of name, source and target, with the words of inline codes', async () => {
	const text = `<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ru">
<file id="f" original="sample"><notes><note>A note</note></notes>
<unit id="u1" name="1"><segment><source>Alpha <pc id="1">one</pc>. </source><target>Альфа <pc id="1">один</pc>. </target></segment>
<segment><source>Beta<ph id="2"/> two.</source><target>Бета два.</target></segment></unit>
<unit id="u2"><notes><note>Not this</note></notes><segment><source>Gamma</source></segment></unit>
</file></xliff>`;
	expect(await read(text)).toEqual({
		...{ mediaType: 'application/xliff+xml', language: 'en' },
		texts: [
			[undefined, undefined, 'sample'],
			[undefined, undefined, 'A note'],
			[0, 2, '[ru]'],
			...[
				[1, 0, '1'],
				[1, 1, 'Alpha one. Beta two.'],
				[1, 2, 'Альфа один. Бета два.'],
			],
			...[
				[2, 0, 'u2'],
				[2, 1, 'Gamma'],
			],
		],
	});
});

test('XLIFF 1.2 too, without what a program only proposes', async () => {
	const text = `<xliff version="1.2"><file original="sample" source-language="en" target-language="pt-br"><body><group>
<trans-unit id="1" resname="12a"><source>Alpha</source><target>Alfa</target>
<alt-trans><source>Alphabet</source><target>Alfabeto</target></alt-trans></trans-unit></group></body></file></xliff>`;
	const { texts } = await read(text, 'sample.xml');
	expect(texts.slice(1)).toEqual([
		[0, 2, '[pt-BR]'],
		[1, 0, '12a'],
		[1, 1, 'Alpha'],
		[1, 2, 'Alfa'],
	]);
});

test('what nobody has translated has no translation, whatever a program put there', async () => {
	const segment = (state: string, source: string, target: string) =>
		`<unit id="u"><segment${state && ` state="${state}"`}><source>${source}</source><target>${target}</target></segment></unit>`;
	const text = `<xliff version="2.0" srcLang="en" trgLang="ru"><file id="f">
${segment('initial', 'Alpha', 'Alpha')}${segment('', '1', '1')}${segment('translated', '2', '2')}${segment('initial', 'Beta', 'Бета')}
<trans-unit id="t"><source>Gamma</source><target state="needs-translation">Gamma?</target></trans-unit></file></xliff>`;
	const { texts } = await read(text);
	expect(texts.filter(([row, column]) => row !== 0 && column === 2)).toEqual([
		[3, 2, '2'],
		[4, 2, 'Бета'],
		// Typed in a program that leaves the state as it was.
		[5, 2, 'Gamma?'],
	]);
});

test('between segments nothing is lost: spaces, and what is the same in both languages', async () => {
	const parts = [
		'<segment><source>He wrote.</source><target>Он писал.</target></segment>',
		'<ignorable><source> </source><target> </target></ignorable>',
		'<segment><source>1915.</source><target>1915.</target></segment>',
	];
	const text = `<xliff version="2.0" srcLang="en"><file id="f"><unit id="u">${parts.join('')}</unit></file></xliff>`;
	const { texts } = await read(text);
	expect(texts.find(([, column]) => column === 2)).toEqual([1, 2, 'Он писал. 1915.']);
});

test('a unit has as many segments as there are', async () => {
	const segments = '<segment><source>a</source></segment>'.repeat(150_000);
	const text = `<xliff version="2.0" srcLang="en"><file id="f"><unit id="u">${segments}</unit></file></xliff>`;
	expect((await read(text)).texts[1]?.[2]).toHaveLength(150_000);
});

test('a file within files gives its units once', async () => {
	const inner = '<unit id="1"><segment><source>Alpha</source></segment></unit>';
	const text = `<xliff version="2.0" srcLang="en">${'<file>'.repeat(200)}${inner}${'</file>'.repeat(200)}</xliff>`;
	expect((await read(text)).texts).toEqual([
		[1, 0, '1'],
		[1, 1, 'Alpha'],
	]);
});

test('what only looks like it is text, and what is broken is refused', async () => {
	expect((await read('<p>xliff</p>', 'a.txt')).mediaType).toBe('text/plain');
	await expect(read('<xliff version="2.0"><file>')).rejects.toMatchObject({ code: 'unsupported-format' });
});
