/** What a column of a catalogue can be the source of. */
export const catalogueFields = [
	'title',
	'kind',
	'creators',
	'created',
	'published',
	'languages',
	'description',
	'rights',
	'source',
	'knownFrom',
	'referenceCode',
	'level',
	'extent',
	'custodialHistory',
	'accessConditions',
	'sha256',
] as const;
export type CatalogueField = (typeof catalogueFields)[number];

/** `note`: added to the description under its heading, so that nothing is lost. `none`: left out. */
export type ColumnUse = CatalogueField | 'note' | 'none';

export const columnUses: readonly ColumnUse[] = [...catalogueFields, 'note', 'none'];

/**
 * Headings by which columns are known, in small letters without signs: of spreadsheets in the languages of the interface,
 * of Dublin Core, of ISAD(G), and the tags of RIS and variables of CSL.
 */
const known: Readonly<Record<CatalogueField, string>> = {
	title: 'title dctitle ti t1 название заглавие заголовок վերնագիր անվանում başlıq adı ad başlık titre intitulé',
	kind: 'kind type dctype ty genre вид тип տեսակ növ tür genre',
	creators:
		'creator creators dccreator author authors au a1 автор авторы создатель հեղինակ müəllif yazar auteur auteurs',
	created: 'date created dctermscreated da y1 issued дата датасоздания крайниедаты ամսաթիվ tarix tarih datedecréation',
	published: 'published dctermsissued publicationdate py датапубликации',
	languages: 'language languages dclanguage la язык языки լեզու dil langue',
	description:
		'description dcdescription abstract ab n2 scopeandcontent описание аннотация содержание նկարագրություն təsvir açıklama résumé portéeetcontenu',
	rights: 'rights dcrights права իրավունքներ hüquqlar haklar droits',
	source: 'source dcsource provenance dp источник происхождение աղբյուր mənbə kaynak',
	knownFrom: 'knownfrom reportedin citedin известноиз',
	referenceCode:
		'referencecode reference shelfmark identifier dcidentifier callnumber cn archivelocation шифр архивныйшифр ծածկագիր şifr referans cote référence',
	level: 'level levelofdescription уровень уровеньописания niveau',
	extent: 'extent dctermsextent объем объём ծավալ həcm hacim étendue',
	custodialHistory: 'custodialhistory dctermsprovenance историяхранения',
	accessConditions: 'accessconditions dctermsaccessrights access условиядоступа доступ accès',
	sha256: 'sha256 checksum digest hash хеш',
};

const fieldOfHeading = new Map(
	catalogueFields.flatMap((field) => known[field].split(' ').map((heading) => [heading, field] as const)),
);

/** What a column is most likely for; `note` where its heading tells nothing. */
export function useOfHeading(heading: string): ColumnUse {
	const plain = heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
	return fieldOfHeading.get(plain) ?? 'note';
}
