import { edtfWords } from '#shared/dates/edtf-words.ts';
import type { FindingAidSheet, FindingAidUnit } from '#shared/domain/finding-aid.ts';
import type { RecordDate } from '#shared/domain/record.ts';
import { creatorWords } from '#shared/messages/creator-words.ts';
import { languageName } from '#shared/messages/language-name.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { countUnits, type DescribedArchive, type DescribedUnit } from './described-tree.ts';

/** What stands in a finding aid for people, in the active language. */
export function findingAidSheet({ title, writtenAt, software, units }: DescribedArchive): FindingAidSheet {
	return {
		title: message('finding-aid.title', { title }),
		about: message('finding-aid.about', { count: countUnits(units), day: writtenAt.slice(0, 10), software }),
		units: units.map(sheetUnit),
	};
}

function sheetUnit(unit: DescribedUnit): FindingAidUnit {
	const { id, title } = unit.record;
	const facts = factsOf(unit).flatMap(([key, value]): [string, string][] =>
		value === '' ? [] : [[message(key), value]],
	);
	return { id, title, facts, parts: unit.parts.map(sheetUnit) };
}

/** In the order of ISAD(G). */
function factsOf({ record, description, files }: DescribedUnit): [MessageKey, string][] {
	const { level } = description;
	return [
		['description.field.referenceCode', description.referenceCode],
		['record.field.dates', record.dates.map(dateWords).join('; ')],
		['description.field.level', level ? message(`description.level.${level}`) : ''],
		['description.field.extent', description.extent],
		['record.field.creators', record.creators.map(creatorWords).join('; ')],
		['description.field.custodialHistory', description.custodialHistory],
		['record.field.source', record.source],
		['record.field.description', record.description],
		['description.field.accessConditions', description.accessConditions],
		['record.field.rights', record.rights],
		['record.field.languages', record.languages.map(languageName).join(', ')],
		['finding-aid.holding', message(`record.holding.${record.holding}`)],
		['catalogue.use.knownFrom', record.knownFrom],
		['finding-aid.originals', files.map(({ fileName, sha256 }) => `${fileName} (SHA-256 ${sha256})`).join('\n')],
	];
}

/** "January 1994 (created; Inferred: …)" */
function dateWords({ type, edtf, inferred }: RecordDate): string {
	const said = [
		message(`date-type.${type}`),
		...(inferred === '' ? [] : [message('date.inferred-from', { inferred })]),
	];
	return `${edtfWords(edtf)} (${said.join('; ')})`;
}
