import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { describe, expect, test } from 'vitest';
import { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import { RecordsService } from '#archive/records/records-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { FindingAidService } from './finding-aid-service.ts';

function open() {
	const archive = openTestArchive();
	const records = new RecordsService(archive.database, archive.editions);
	const descriptions = new DescriptionsService(archive.database, records);
	const title = 'Sample <archive> & more';
	return {
		...archive,
		descriptions,
		findingAid: new FindingAidService(archive.database, records, descriptions, () => ({ id: 'sample-id', title })),
	};
}

/**
 * What may stand in each element, in order where `isOrdered`: the part of the EAD3 1.1.2 schema (RELAX NG) that is
 * written. `#text` for words.
 */
const schema: Readonly<
	Record<string, { children: readonly string[]; isOrdered?: true; attributes?: readonly string[] }>
> = {
	ead: { children: ['control', 'archdesc'], isOrdered: true, attributes: ['xmlns'] },
	control: {
		children: [
			...['recordid', 'filedesc', 'maintenancestatus', 'maintenanceagency', 'conventiondeclaration'],
			'maintenancehistory',
		],
		isOrdered: true,
	},
	recordid: { children: ['#text'] },
	filedesc: { children: ['titlestmt'] },
	titlestmt: { children: ['titleproper'] },
	titleproper: { children: ['#text'] },
	maintenancestatus: { children: [], attributes: ['value'] },
	maintenanceagency: { children: ['agencyname'] },
	agencyname: { children: ['#text'] },
	conventiondeclaration: { children: ['abbr', 'citation'], isOrdered: true },
	abbr: { children: ['#text'] },
	citation: { children: ['#text'] },
	maintenancehistory: { children: ['maintenanceevent'] },
	maintenanceevent: { children: ['eventtype', 'eventdatetime', 'agenttype', 'agent'], isOrdered: true },
	eventtype: { children: [], attributes: ['value'] },
	eventdatetime: { children: ['#text'], attributes: ['standarddatetime'] },
	agenttype: { children: [], attributes: ['value'] },
	agent: { children: ['#text'] },
	archdesc: { children: ['did', 'dsc'], isOrdered: true, attributes: ['level'] },
	dsc: { children: ['c'] },
	c: {
		children: ['did', 'scopecontent', 'custodhist', 'acqinfo', 'accessrestrict', 'userestrict', 'c'],
		isOrdered: true,
		attributes: ['id', 'level', 'otherlevel'],
	},
	did: { children: ['unitid', 'unittitle', 'unitdate', 'physdesc', 'origination', 'langmaterial', 'dao'] },
	unitid: { children: ['#text'] },
	unittitle: { children: ['#text'] },
	unitdate: { children: ['#text'], attributes: ['datechar'] },
	physdesc: { children: ['#text'] },
	origination: { children: ['name'] },
	name: { children: ['part'] },
	part: { children: ['#text'] },
	langmaterial: { children: ['language'] },
	language: { children: ['#text'] },
	dao: { children: [], attributes: ['daotype', 'identifier', 'linktitle'] },
	scopecontent: { children: ['p'] },
	custodhist: { children: ['p'] },
	acqinfo: { children: ['p'] },
	accessrestrict: { children: ['p'] },
	userestrict: { children: ['p'] },
	p: { children: ['#text'] },
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
	return [...faults, ...attributeFaults(element, rule.attributes ?? [])];
}

function attributeFaults({ name, attributes, children }: XmlElement, allowed: readonly string[]): string[] {
	const { level } = attributes;
	return [
		...Object.keys(attributes)
			.filter((attribute) => !allowed.includes(attribute))
			.map((attribute) => `<${name}> has ${attribute}`),
		...(level === undefined || levels.includes(level) ? [] : [`level ${level}`]),
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
		creators: JSON.stringify([{ name: 'A. Writer', role: 'author', certainty: 'stated' }]),
		dates: JSON.stringify([{ type: 'created', edtf: '2020-01~', inferred: '' }]),
		languages: '["en","hy"]',
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
	test('as EAD3 nests the records as they are described, and has the form of the schema', () => {
		const archive = open();
		fill(archive);
		const { text, ...summary } = archive.findingAid.toText('ead3');
		expect(summary).toEqual({ exported: 2, withheld: 1, exposedNames: ['a. WRITER'] });
		const { root } = parseXml(text);
		expect(faultsOf(root as XmlElement)).toEqual([]);
		expect(text).toMatch(
			/<c id="r-[^"]*01" level="fonds">.*\n<c id="r-[^"]*02" level="otherlevel" otherlevel="part">/s,
		);
		expect(text).toContain('<scopecontent><p>First part.</p><p>Second &amp; last.</p></scopecontent>');
		for (const kept of ['Closed sample', 'A. Giver', 'Sample risk', '\u0001']) expect(text).not.toContain(kept);
	});

	test('as a page shows the same, every text as text', () => {
		const archive = open();
		fill(archive);
		const { text } = archive.findingAid.toText('html');
		expect(text).toContain('<h2 dir="auto">Papers &lt;of&gt; a &quot;sample&quot;</h2>');
		expect(text).toContain('<h3 dir="auto">Letter');
		for (const kept of ['Closed sample', 'A. Giver', 'Sample risk', '<of>']) expect(text).not.toContain(kept);
	});

	test('leaves out what is below a record that is left out, and lists each of a ring of parents once', () => {
		const archive = open();
		const closed = archive.addRecord(1, { access: 'closed', title: 'Closed' });
		archive.addRecord(2, { parent_id: closed, title: 'Below' });
		archive.addRecord(3, { title: 'Ring one' });
		archive.addRecord(4, { parent_id: testId<RecordId>(3), title: 'Ring two' });
		archive.connection.run('UPDATE records SET parent_id = ? WHERE id = ?', testId(4), testId(3));
		const { text, ...summary } = archive.findingAid.toText('html');
		expect(summary).toMatchObject({ exported: 2, withheld: 2 });
		expect(text.match(/Ring (one|two)/g)).toEqual(['Ring one', 'Ring two']);
		expect(text).not.toContain('Below');
	});

	test('of an empty archive is whole too', () => {
		const { text } = open().findingAid.toText('ead3');
		expect(faultsOf(parseXml(text).root as XmlElement)).toEqual([]);
	});
});
