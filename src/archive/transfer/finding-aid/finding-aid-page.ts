import { escapeMarkup } from '#shared/cite/escape-markup.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { writeStandalonePage } from '../standalone-page.ts';
import { countUnits, type DescribedArchive, type DescribedUnit } from './described-tree.ts';

const style = `body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#211c17;background:#fff}
h1{font-size:1.5rem}h2,h3,h4,h5,h6{margin:0;font-size:1.125rem}
section{padding:1rem 0 0;border-top:1px solid #8b8175;margin-top:1rem}section section{margin-left:1.25rem}
dl{display:grid;grid-template-columns:11rem 1fr;gap:.125rem .75rem;margin:.5rem 0}dt{color:#655c52}
dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}.about{color:#655c52}
dl,h2,h3,h4,h5,h6{break-inside:avoid;break-after:avoid-page}
@media(max-width:30rem){dl{grid-template-columns:1fr}section section{margin-left:.5rem}}`;

/**
 * A finding aid as a page of its own, for a browser or a printer. Whatever comes from the archive stands in it as text,
 * and it may load and run nothing.
 */
export function writeFindingAidPage(archive: DescribedArchive): string {
	const { title, writtenAt, software, units } = archive;
	const about = message('finding-aid.about', { count: countUnits(units), day: writtenAt.slice(0, 10), software });
	return writeStandalonePage({
		title: message('finding-aid.title', { title }),
		style,
		body: `<p class="about">${escapeMarkup(about)}</p>
${units.map((unit) => part(unit, 2)).join('\n')}`,
	});
}

function part(unit: DescribedUnit, level: number): string {
	const heading = `h${Math.min(level, 6)}`;
	const facts = factsOf(unit).filter(([, text]) => text !== '');
	return `<section>
<${heading} dir="auto">${escapeMarkup(unit.record.title)}</${heading}>
<dl>${facts.map(([key, text]) => `<dt>${escapeMarkup(message(key))}</dt><dd dir="auto">${escapeMarkup(text)}</dd>`).join('\n')}</dl>
${unit.parts.map((within) => part(within, level + 1)).join('\n')}</section>`;
}

/** In the order of ISAD(G). */
function factsOf({ record, description, files }: DescribedUnit): [MessageKey, string][] {
	const { level } = description;
	return [
		['description.field.referenceCode', description.referenceCode],
		[
			'record.field.dates',
			record.dates.map(({ type, edtf }) => `${edtf} (${message(`date-type.${type}`)})`).join('; '),
		],
		['description.field.level', level ? message(`description.level.${level}`) : ''],
		['description.field.extent', description.extent],
		['record.field.creators', record.creators.map(({ name, role }) => (role ? `${name} (${role})` : name)).join('; ')],
		['description.field.custodialHistory', description.custodialHistory],
		['record.field.source', record.source],
		['record.field.description', record.description],
		['description.field.accessConditions', description.accessConditions],
		['record.field.rights', record.rights],
		['record.field.languages', record.languages.join(', ')],
		['finding-aid.holding', message(`record.holding.${record.holding}`)],
		['finding-aid.originals', files.map(({ fileName, sha256 }) => `${fileName} (SHA-256 ${sha256})`).join('\n')],
	];
}
