import type { MarkKind } from '#shared/domain/block.ts';

/** Tables are maps, since a file may use any word, those of objects' own properties among them. */
function table<V>(entries: Readonly<Record<string, V>>): ReadonlyMap<string, V> {
	return new Map(Object.entries(entries));
}

/** Controls that stand for a character. */
export const characters = table({
	'~': '\u00a0',
	_: '\u2011',
	tab: ' ',
	emdash: '—',
	endash: '–',
	bullet: '•',
	lquote: '‘',
	rquote: '’',
	ldblquote: '“',
	rdblquote: '”',
	emspace: '\u2003',
	enspace: '\u2002',
	qmspace: '\u2005',
	zwj: '\u200d',
	zwnj: '\u200c',
	'{': '{',
	'}': '}',
	'\\': '\\',
});

/** Controls that put a mark on text, and take it off with the number 0. */
export const marks = table<MarkKind>({
	b: 'strong',
	i: 'emphasis',
	ul: 'underline',
	uld: 'underline',
	uldb: 'underline',
	ulw: 'underline',
	strike: 'strike',
	striked: 'strike',
	super: 'superscript',
	sub: 'subscript',
});

/** The elements whose text these marks lie on. */
export const tagOfMark: Partial<Record<MarkKind, string>> = {
	strong: 'b',
	emphasis: 'i',
	underline: 'u',
	strike: 's',
	superscript: 'sup',
	subscript: 'sub',
};

/** Groups that hold text beside the running one: in the margins of pages, and what readers remarked. */
export const asideGroups = new Set(
	'header headerl headerr headerf footer footerl footerr footerf annotation'.split(' '),
);

/** Groups that hold no text of the document: tables of the file, numbers of its making, fields' workings. */
export const silentGroups = new Set(
	'colortbl filetbl listtable listoverridetable revtbl rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl mmathPr pgptbl atnid atnauthor atntime atndate atnicn atnref atrfstart atrfend bkmkstart bkmkend xe tc rxe nonesttables nonshppict objdata objclass objname objalias sp datafield private1 template passwordhash userprops docvar ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pnseclvl'.split(
		' ',
	),
);
