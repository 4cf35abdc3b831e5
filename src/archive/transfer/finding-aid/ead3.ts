import { edtfWords } from '#shared/dates/edtf-words.ts';
import type { Creator, RecordDate, RecordSummary } from '#shared/domain/record.ts';
import { languageName } from '#shared/messages/language-name.ts';
import { message } from '#shared/messages/messages.ts';
import type { DescribedArchive, DescribedUnit } from './described-tree.ts';

/**
 * A finding aid as EAD3 (version 1.1.2, https://www.loc.gov/ead/EAD3taglib/): one component a record, nested as they are
 * described. Whatever comes from the archive stands in it as text.
 */
export function writeEad3({ id, title, writtenAt, software, units }: DescribedArchive): string {
	const control = element('control', [
		text('recordid', id),
		element('filedesc', [element('titlestmt', [text('titleproper', title)])]),
		'<maintenancestatus value="derived"/>',
		element('maintenanceagency', [text('agencyname', title)]),
		element('conventiondeclaration', [
			text('abbr', 'ISAD(G)'),
			text('citation', 'ISAD(G): General International Standard Archival Description, 2nd edition'),
		]),
		element('maintenancehistory', [
			element('maintenanceevent', [
				'<eventtype value="derived"/>',
				`<eventdatetime standarddatetime="${escaped(writtenAt)}">${escaped(writtenAt)}</eventdatetime>`,
				'<agenttype value="machine"/>',
				text('agent', software),
			]),
		]),
	]);
	const did = element('did', [text('unitid', id), text('unittitle', title)]);
	const dsc = units.length === 0 ? '' : element('dsc', units.map(component));
	return `<?xml version="1.0" encoding="UTF-8"?>
<ead xmlns="http://ead3.archivists.org/schema/">${control}
<archdesc level="collection">${did}${dsc}</archdesc>
</ead>
`;
}

function component({ record, description, files, parts }: DescribedUnit): string {
	const content = [
		element('did', [
			text('unitid', description.referenceCode || record.id),
			text('unittitle', record.title),
			...record.dates.map(unitDate),
			text('physdesc', description.extent),
			...record.creators.map(origination),
			element('langmaterial', record.languages.map(languageElement)),
			...files.map(
				({ sha256, fileName }) =>
					`<dao daotype="unknown" identifier="sha256:${escaped(sha256)}" linktitle="${escaped(fileName)}"/>`,
			),
			...holdingNotes(record),
		]),
		paragraphs('scopecontent', record.description),
		paragraphs('custodhist', description.custodialHistory),
		paragraphs('acqinfo', record.source),
		paragraphs('accessrestrict', description.accessConditions),
		paragraphs('userestrict', record.rights),
		...parts.map(component),
	];
	return `\n<c id="r-${escaped(record.id)}" ${levelAttributes(description.level)}>${content.join('')}</c>`;
}

const plainDate = '[012]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?';
/** What the schema takes as `normal`: a season of EDTF (2023-21) is in the place of a month, and is none. */
const normalDate = new RegExp(`^${plainDate}(/${plainDate})?$`);

/**
 * In words; a date that is plain stands beside them as programs read it, and only then. One that the source does not state
 * says so to both.
 */
function unitDate({ type, edtf, inferred }: RecordDate): string {
	const normal = normalDate.test(edtf) ? ` normal="${edtf}"` : '';
	const certainty = inferred === '' ? '' : ' certainty="inferred"';
	const words = edtfWords(edtf);
	const said =
		inferred === ''
			? words
			: message('reader.date-inferred', { date: words, inferred: message('date.inferred-from', { inferred }) });
	return `<unitdate datechar="${escaped(type)}"${normal}${certainty}>${escaped(said)}</unitdate>`;
}

/** The label is the only place that EAD3 has for how surely somebody is the author. */
function origination({ name, role, certainty }: Creator): string {
	const part = element('name', [text('part', name)]);
	const label =
		certainty === 'stated'
			? role
			: role === ''
				? message(`creator.${certainty}`)
				: message(`record.creator-${certainty}`, { creator: role });
	return part === '' ? '' : `<origination${label === '' ? '' : ` label="${escaped(label)}"`}>${part}</origination>`;
}

/** That something is only described, or held in another form: else a finding aid would promise what is not there. */
function holdingNotes({ holding, knownFrom }: RecordSummary): string[] {
	const isPlain = holding === 'held';
	return [
		isPlain
			? ''
			: `<didnote localtype="${escaped(holding)}">${escaped(message(`record.holding.${holding}`))}</didnote>`,
		knownFrom === '' ? '' : `<didnote localtype="known-from">${escaped(knownFrom)}</didnote>`,
	];
}

/** The tag as `langcode` where it is one: the attribute takes no blanks. */
function languageElement(tag: string): string {
	const code = /^[A-Za-z0-9-]+$/.test(tag) ? ` langcode="${tag}"` : '';
	return tag === '' ? '' : `<language${code}>${escaped(languageName(tag))}</language>`;
}

/** EAD3 knows most of ISAD(G)'s levels by name. */
function levelAttributes(level: string): string {
	if (level === '' || level === 'part') return `level="otherlevel" otherlevel="${level || 'record'}"`;
	return `level="${escaped(level)}"`;
}

/** Nothing for nothing within. */
function element(name: string, content: readonly string[]): string {
	const within = content.join('');
	return within === '' ? '' : `<${name}>${within}</${name}>`;
}

function text(name: string, value: string): string {
	return value === '' ? '' : `<${name}>${escaped(value)}</${name}>`;
}

function paragraphs(name: string, value: string): string {
	const parts = value.split(/\n\s*\n/).filter((part) => part.trim() !== '');
	return element(
		name,
		// Within a paragraph a line ends where it did: readers of EAD take a line feed for a blank.
		parts.map((part) => `<p>${escaped(part.trim()).replaceAll(/\r?\n/g, '<lb/>')}</p>`),
	);
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 cannot hold (production 2) become U+FFFD; lone surrogates too. */
function escaped(value: string): string {
	return value
		.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
		.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '');
}
