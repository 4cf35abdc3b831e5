import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { describe, expect, test } from 'vitest';
import { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import { NamesService } from '#archive/names/names-service.ts';
import { RecordsService } from '#archive/records/records-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { sheetParameter } from '#shared/domain/translation.ts';
import { message } from '#shared/messages/messages.ts';
import { FindingAidService } from './finding-aid-service.ts';

function open() {
	const archive = openTestArchive();
	const records = new RecordsService(archive.database, archive.editions);
	const descriptions = new DescriptionsService(archive.database, records);
	const title = 'Sample <archive> & more';
	return {
		...archive,
		descriptions,
		findingAid: new FindingAidService(
			archive.database,
			{ records, descriptions, names: new NamesService(archive.database) },
			() => ({ id: 'sample-id', title }),
		),
	};
}

/**
 * What may stand in each element, in order where `isOrdered`: the part of the EAD3 1.1.2 schema (RELAX NG) that is
 * written. `#text` for words.
 */
const schema: Readonly<
	Record<
		string,
		{ children: readonly string[]; isOrdered?: true; attributes?: readonly string[]; required?: readonly string[] }
	>
> = {
	ead: {
		children: ['control', 'archdesc'],
		isOrdered: true,
		attributes: ['xmlns'],
		required: ['control', 'archdesc'],
	},
	control: {
		children: [
			...['recordid', 'filedesc', 'maintenancestatus', 'maintenanceagency', 'conventiondeclaration'],
			'maintenancehistory',
		],
		isOrdered: true,
		required: ['recordid', 'filedesc', 'maintenancestatus', 'maintenanceagency', 'maintenancehistory'],
	},
	recordid: { children: ['#text'] },
	filedesc: { children: ['titlestmt'], required: ['titlestmt'] },
	titlestmt: { children: ['titleproper'], required: ['titleproper'] },
	titleproper: { children: ['#text'] },
	maintenancestatus: { children: [], attributes: ['value'] },
	maintenanceagency: { children: ['agencyname'], required: ['agencyname'] },
	agencyname: { children: ['#text'] },
	conventiondeclaration: { children: ['abbr', 'citation'], isOrdered: true, required: ['citation'] },
	abbr: { children: ['#text'] },
	citation: { children: ['#text'] },
	maintenancehistory: { children: ['maintenanceevent'], required: ['maintenanceevent'] },
	maintenanceevent: {
		children: ['eventtype', 'eventdatetime', 'agenttype', 'agent'],
		isOrdered: true,
		required: ['eventtype', 'eventdatetime', 'agenttype', 'agent'],
	},
	eventtype: { children: [], attributes: ['value'] },
	eventdatetime: { children: ['#text'], attributes: ['standarddatetime'] },
	agenttype: { children: [], attributes: ['value'] },
	agent: { children: ['#text'] },
	archdesc: { children: ['did', 'dsc'], isOrdered: true, attributes: ['level'] },
	dsc: { children: ['c'], required: ['c'] },
	c: {
		children: ['did', 'scopecontent', 'custodhist', 'acqinfo', 'accessrestrict', 'userestrict', 'c'],
		isOrdered: true,
		attributes: ['id', 'level', 'otherlevel'],
	},
	did: { children: ['unitid', 'unittitle', 'unitdate', 'physdesc', 'origination', 'langmaterial', 'dao', 'didnote'] },
	unitid: { children: ['#text'] },
	unittitle: { children: ['#text'] },
	unitdate: { children: ['#text'], attributes: ['datechar', 'normal', 'certainty'] },
	didnote: { children: ['#text'], attributes: ['localtype'] },
	lb: { children: [] },
	physdesc: { children: ['#text'] },
	origination: { children: ['name'], attributes: ['label'], required: ['name'] },
	name: { children: ['part'], required: ['part'] },
	part: { children: ['#text'] },
	langmaterial: { children: ['language'], required: ['language'] },
	language: { children: ['#text'], attributes: ['langcode'] },
	dao: { children: [], attributes: ['daotype', 'identifier', 'linktitle'] },
	scopecontent: { children: ['p'], required: ['p'] },
	custodhist: { children: ['p'], required: ['p'] },
	acqinfo: { children: ['p'], required: ['p'] },
	accessrestrict: { children: ['p'], required: ['p'] },
	userestrict: { children: ['p'], required: ['p'] },
	p: { children: ['#text', 'lb'] },
};
const levels = ['collection', 'fonds', 'subfonds', 'series', 'subseries', 'file', 'item', 'otherlevel'];

/** What in the element and below it the schema does not allow. */
function faultsOf(element: XmlElement): string[] {
	const rule = schema[element.name];
	if (!rule) return [`<${element.name}> is not EAD3`];
	const faults: string[] = [];
	let at = 0;
	for (const child of element.children) {
		if (child.type === 'text' && child.toJSON().text?.toString().trim() === '') continue;
		const name = child.type === 'element' ? (child as XmlElement).name : '#text';
		const position = rule.children.indexOf(name);
		if (position < 0) faults.push(`<${element.name}> holds ${name}`);
		if (rule.isOrdered && position < at) faults.push(`<${element.name}>: ${name} is out of order`);
		at = position;
		if (child.type === 'element') faults.push(...faultsOf(child as XmlElement));
	}
	const names = element.children.flatMap((child) => (child.type === 'element' ? (child as XmlElement).name : []));
	const missing = (rule.required ?? []).filter((name) => !names.includes(name));
	faults.push(...missing.map((name) => `<${element.name}> lacks ${name}`));
	// Elements with a value take it from a list; `did` holds something, and text where text is all there is to hold.
	if (element.name === 'did' && names.length === 0) faults.push('<did> is empty');
	if (rule.children[0] === '#text' && element.text.trim() === '') faults.push(`<${element.name}> is empty`);
	return [...faults, ...attributeFaults(element, rule.attributes ?? [])];
}

/** What values of attributes may be, where the schema says. */
const values: Readonly<Record<string, RegExp>> = {
	id: /^[A-Za-z_][\w.-]*$/,
	langcode: /^[\w.:-]+$/,
	normal:
		/^[012]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(\/[012]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/,
	daotype: /^(borndigital|derived|unknown|otherdaotype)$/,
	standarddatetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
};
const ownValues: Readonly<Record<string, readonly string[]>> = {
	maintenancestatus: [
		...['cancelled', 'deleted', 'deletedmerged', 'deletedreplaced', 'deletedsplit', 'derived', 'new', 'revised'],
	],
	eventtype: ['cancelled', 'created', 'deleted', 'derived', 'revised', 'unknown', 'updated'],
	agenttype: ['human', 'machine', 'unknown'],
};

function attributeFaults({ name, attributes, children }: XmlElement, allowed: readonly string[]): string[] {
	const { level } = attributes;
	return [
		...Object.keys(attributes)
			.filter((attribute) => !allowed.includes(attribute))
			.map((attribute) => `<${name}> has ${attribute}`),
		...Object.entries(attributes)
			.filter(([attribute, value]) => values[attribute]?.test(value) === false)
			.map(([attribute, value]) => `<${name}> ${attribute}="${value}"`),
		...(ownValues[name]?.includes(attributes.value ?? '') === false ? [`<${name}> value="${attributes.value}"`] : []),
		...(level === undefined || levels.includes(level) ? [] : [`level ${level}`]),
		...(level === 'otherlevel' && !attributes.otherlevel ? [`<${name}> lacks otherlevel`] : []),
		...(allowed.includes('level') && (children[0] as XmlElement)?.name !== 'did'
			? [`<${name}> does not begin with <did>`]
			: []),
	];
}

function fill({ addRecord, descriptions }: ReturnType<typeof open>): void {
	const fonds = addRecord(1, { title: 'Papers <of> a "sample"', description: 'First part.\n\nSecond & last.' });
	const item = addRecord(2, {
		title: 'Letter \u0001 with a control',
		parent_id: fonds,
		creators: JSON.stringify([
			{ name: 'A. Writer', role: 'author', certainty: 'stated' },
			{ name: '', role: '', certainty: 'stated' },
		]),
		dates: JSON.stringify([
			{ type: 'created', edtf: '2020-01~', inferred: '' },
			{ type: 'published', edtf: '2020-02/2020-03-04', inferred: '' },
			{ type: 'received', edtf: '', inferred: '' },
			{ type: 'created', edtf: '2023-21', inferred: '' },
			{ type: 'created', edtf: '2023-21/2023-23', inferred: '' },
		]),
		languages: '["en","hy","a b"]',
		rights: 'Sample rights',
	});
	addRecord(3, { title: 'Closed sample', parent_id: fonds, access: 'closed' });
	descriptions.update({
		recordIds: [fonds],
		fields: {
			level: 'fonds',
			referenceCode: 'S 1',
			custodialHistory: 'Kept by a sample',
			withheldNames: ['a. WRITER'],
		},
	});
	descriptions.update({ recordIds: [item], fields: { level: 'part', extent: '3 leaves', sensitivity: 'Sample risk' } });
	descriptions.setGiver({ recordId: item, name: 'A. Giver' });
}

describe('the finding aid', () => {
	test('as EAD3 nests the records as they are described, and has the form of the schema', async () => {
		const archive = open();
		fill(archive);
		const { text, ...summary } = await archive.findingAid.toText('ead3');
		expect(summary).toEqual({ exported: 2, withheld: 1, exposedNames: ['a. WRITER'], isGiverExposed: false });
		const { root } = parseXml(text);
		expect(faultsOf(root as XmlElement)).toEqual([]);
		expect(text).toMatch(
			/<c id="r-[^"]*01" level="fonds">.*\n<c id="r-[^"]*02" level="otherlevel" otherlevel="part">/s,
		);
		expect(text).toContain('<scopecontent><p>First part.</p><p>Second &amp; last.</p></scopecontent>');
		expect(text).toContain('<unitdate datechar="created">c. January 2020</unitdate>');
		expect(text).toContain('<unitdate datechar="published" normal="2020-02/2020-03-04">');
		expect(text).toContain('<origination label="author"><name><part>A. Writer</part></name></origination>');
		expect(text).toContain('<language langcode="hy">Armenian</language><language>a b</language>');
		for (const kept of ['Closed sample', 'A. Giver', 'Sample risk', '\u0001']) expect(text).not.toContain(kept);
	});

	test('tells of withheld names in any form and script, and of a giver, however they are written', async () => {
		const archive = open();
		const one = archive.addRecord(1, { title: 'Письмо Лаврова', description: 'By O\u2019Sample & "Partner"' });
		archive.descriptions.update({
			recordIds: [one],
			fields: {
				withheldNames: ['Lavrov', 'O\u2019Sample & "Partner"', 'B. Nowhere'],
				custodialHistory: 'Kept by\nA. Giver',
			},
		});
		archive.descriptions.setGiver({ recordId: one, name: 'A. Giver' });
		for (const format of ['ead3', 'html'] as const)
			expect(await archive.findingAid.toText(format)).toMatchObject({
				exposedNames: ['Lavrov', 'O\u2019Sample & "Partner"'],
				isGiverExposed: true,
			});
	});

	test('tells of every withheld name, however often another stands in it', async () => {
		const archive = open();
		const one = archive.addRecord(1, { title: 'Письмо Лаврова' });
		for (let at = 2; at < 1050; at += 1) archive.addRecord(at, { title: `Letter ${at} of Obrazets` });
		archive.descriptions.update({ recordIds: [one], fields: { withheldNames: ['Obrazets', 'Lavrov'] } });
		expect(await archive.findingAid.toText('ead3')).toMatchObject({ exposedNames: ['Lavrov', 'Obrazets'] });
	});

	test('tells of names that are glued into names of files, and not of its own words', async () => {
		const archive = open();
		const id = archive.addRecord(1, {
			languages: '["ru"]',
			dates: JSON.stringify([{ type: 'created', edtf: '2020-03', inferred: '' }]),
		});
		for (const [at, name] of ['Probnov2019.jpg', 'IMGObrazets.jpg', 'PartAn\u0303ez.docx'].entries()) {
			const sha256 = String(at).repeat(64);
			archive.connection.run('INSERT INTO originals VALUES (?, ?, 1, 1)', sha256, 'text/plain');
			archive.connection.run(
				`INSERT INTO record_parts VALUES (?, ?, ?, ?, ?, '2020', '1', 1, NULL)`,
				...[`part ${at}`, id, at, sha256, name],
			);
		}
		const withheld = ['Probnov', 'obrazets', 'A\u00f1ez', 'Marc', 'Russ', 'Origina'];
		archive.descriptions.update({ recordIds: [id], fields: { withheldNames: withheld } });
		const { exposedNames } = await archive.findingAid.toSheet();
		expect(exposedNames).toEqual(['A\u00f1ez', 'Probnov', 'obrazets']);
	});

	test('lets other work have its turn while names are looked for', async () => {
		const archive = open();
		const one = archive.addRecord(1, { title: 'Sample' });
		archive.descriptions.update({ recordIds: [one], fields: { withheldNames: ['Obrazets'] } });
		let turns = 0;
		let isDone = false;
		const count = () => {
			turns += 1;
			if (!isDone) setImmediate(count);
		};
		setImmediate(count);
		await archive.findingAid.toText('html');
		isDone = true;
		expect(turns).toBeGreaterThan(2);
	});

	test('says dates and languages in words, and leaves out files that translators sent', async () => {
		const archive = open();
		const id = archive.addRecord(1, {
			languages: '["hy"]',
			dates: JSON.stringify([{ type: 'created', edtf: '[..1950-03]', inferred: '' }]),
		});
		for (const [at, name] of ['given.txt', 'from A. Translator.docx'].entries()) {
			const sha256 = String(at).repeat(64);
			archive.connection.run('INSERT INTO originals VALUES (?, ?, 1, 1)', sha256, 'text/plain');
			archive.connection.run(
				`INSERT INTO record_parts VALUES (?, ?, ?, ?, ?, '2020', '1', 1, NULL)`,
				`part ${at}`,
				id,
				at,
				sha256,
				name,
			);
		}
		archive.database.step('setup', (step) =>
			archive.editions.addWithin(step, id, {
				...{ kind: 'translation', originalSha256: null, maker: 'sample', makerVersion: '1', language: 'en' },
				parameters: { [sheetParameter]: '1'.repeat(64) },
				blocks: [{ kind: 'paragraph', text: 'Sample.' }],
			}),
		);
		const { sheet } = await archive.findingAid.toSheet();
		expect(sheet.units).toMatchObject([{ id, title: 'Sample record 1', parts: [] }]);
		const facts = new Map(sheet.units[0]?.facts);
		expect(facts.get(message('record.field.languages'))).toBe('Armenian');
		expect(facts.get(message('record.field.dates'))).toMatch(/^on or before March 1950 \(/);
		expect(facts.get(message('finding-aid.originals'))).toMatch(/^given\.txt \(SHA-256 [^\n]*$/);
	});

	test('says what no source states, and what is not held, not more surely than the archive does', async () => {
		const archive = open();
		archive.addRecord(1, {
			holding: 'described-only',
			known_from: 'a footnote of a sample',
			description: 'One line,\nand its next.',
			creators: JSON.stringify([
				{ name: 'A. Writer', role: 'author', certainty: 'attributed' },
				{ name: 'B. Other', role: '', certainty: 'inferred' },
			]),
			dates: JSON.stringify([{ type: 'created', edtf: '1994-05', inferred: 'from the postmark' }]),
		});
		const { text } = await archive.findingAid.toText('ead3');
		expect(faultsOf(parseXml(text).root as XmlElement)).toEqual([]);
		expect(text).toContain(
			'<unitdate datechar="created" normal="1994-05" certainty="inferred">May 1994 (Inferred: from the postmark)</unitdate>',
		);
		expect(text).toContain(
			'<origination label="author (attributed)"><name><part>A. Writer</part></name></origination>',
		);
		expect(text).toContain('<origination label="Inferred"><name><part>B. Other</part></name></origination>');
		expect(text).toContain('<didnote localtype="described-only">Described only</didnote>');
		expect(text).toContain('<didnote localtype="known-from">a footnote of a sample</didnote>');
		expect(text).toContain('<p>One line,<lb/>and its next.</p>');
		const { sheet } = await archive.findingAid.toSheet();
		const facts = new Map(sheet.units[0]?.facts);
		expect(facts.get(message('record.field.dates'))).toMatch(/^May 1994 \(.*; Inferred: from the postmark\)$/);
		expect(facts.get(message('record.field.creators'))).toBe('A. Writer, author (attributed); B. Other (inferred)');
		expect(facts.get(message('catalogue.use.knownFrom'))).toBe('a footnote of a sample');
	});

	test('looks for withheld names in what a date is inferred from, and in what a record is known from', async () => {
		const archive = open();
		const id = archive.addRecord(1, {
			known_from: 'a letter to Obrazets',
			dates: JSON.stringify([{ type: 'created', edtf: '1994', inferred: 'from the diary of Probnov' }]),
		});
		archive.descriptions.update({ recordIds: [id], fields: { withheldNames: ['Obrazets', 'Probnov'] } });
		expect((await archive.findingAid.toSheet()).exposedNames).toEqual(['Obrazets', 'Probnov']);
	});

	test('as a page shows the same, every text as text', async () => {
		const archive = open();
		fill(archive);
		const { text } = await archive.findingAid.toText('html');
		expect(text).toContain('<h2 dir="auto">Papers &lt;of&gt; a &quot;sample&quot;</h2>');
		expect(text).toContain('<h3 dir="auto">Letter');
		for (const kept of ['Closed sample', 'A. Giver', 'Sample risk', '<of>']) expect(text).not.toContain(kept);
	});

	test('leaves out what is below a record that is left out, and lists each of a ring of parents once', async () => {
		const archive = open();
		const closed = archive.addRecord(1, { access: 'closed', title: 'Closed' });
		archive.addRecord(2, { parent_id: closed, title: 'Below' });
		archive.addRecord(3, { title: 'Ring one' });
		archive.addRecord(4, { parent_id: testId<RecordId>(3), title: 'Ring two' });
		archive.connection.run('UPDATE records SET parent_id = ? WHERE id = ?', testId(4), testId(3));
		const { text, ...summary } = await archive.findingAid.toText('html');
		expect(summary).toMatchObject({ exported: 2, withheld: 2 });
		expect(text.match(/Ring (one|two)/g)).toEqual(['Ring one', 'Ring two']);
		expect(text).not.toContain('Below');
	});

	test('of an empty archive is whole too', async () => {
		const { text } = await open().findingAid.toText('ead3');
		expect(faultsOf(parseXml(text).root as XmlElement)).toEqual([]);
	});
});
