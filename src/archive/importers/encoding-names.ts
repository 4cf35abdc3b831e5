/** Ids of the encodings a person can choose, in the order of the list that offers them. */
export const encodings = [
	'utf-8',
	'utf-16le',
	'utf-16be',
	'utf-32le',
	'utf-32be',
	'windows-1251',
	'koi8-r',
	'koi8-u',
	'ibm866',
	'ibm855',
	'iso-8859-5',
	'x-mac-cyrillic',
	'armscii-8',
	'georgian-academy',
	'georgian-ps',
	'windows-1252',
	'windows-1250',
	'windows-1253',
	'windows-1254',
	'windows-1256',
	'windows-1257',
	'iso-8859-1',
	'iso-8859-2',
	'iso-8859-7',
	'iso-8859-9',
	'iso-8859-15',
	'macintosh',
	'shift_jis',
	'euc-jp',
	'gb18030',
	'big5',
	'euc-kr',
] as const;
export type EncodingId = (typeof encodings)[number];

/** Other names that files and detectors use, without signs and in lower case. */
const aliases: Readonly<Record<string, EncodingId>> = {
	ascii: 'utf-8',
	usascii: 'utf-8',
	utf16: 'utf-16le',
	utf32: 'utf-32le',
	cp1250: 'windows-1250',
	cp1251: 'windows-1251',
	cp1252: 'windows-1252',
	cp1253: 'windows-1253',
	cp1254: 'windows-1254',
	cp1256: 'windows-1256',
	cp1257: 'windows-1257',
	win1251: 'windows-1251',
	xcp1251: 'windows-1251',
	koi8: 'koi8-r',
	cp866: 'ibm866',
	cp855: 'ibm855',
	latin1: 'iso-8859-1',
	latin2: 'iso-8859-2',
	latin5: 'iso-8859-9',
	latin9: 'iso-8859-15',
	maccyrillic: 'x-mac-cyrillic',
	macroman: 'macintosh',
	cp932: 'shift_jis',
	xsjis: 'shift_jis',
	gb2312: 'gb18030',
	gbk: 'gb18030',
	big5hkscs: 'big5',
	cp949: 'euc-kr',
};

const bySignlessName = new Map<string, EncodingId>(encodings.map((id) => [signless(id), id]));

/** The encoding that a name in a file or a choice stands for, however it is spelt; null when it is none of ours. */
export function encodingNamed(name: string): EncodingId | null {
	const key = signless(name);
	return bySignlessName.get(key) ?? (Object.hasOwn(aliases, key) ? (aliases[key] ?? null) : null);
}

function signless(name: string): string {
	return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

const iconvNames: Partial<Record<EncodingId, string>> = {
	'x-mac-cyrillic': 'maccyrillic',
	'georgian-academy': 'georgianacademy',
	'georgian-ps': 'georgianps',
	'armscii-8': 'armscii8',
};

/** The name by which iconv-lite knows the encoding. */
export function iconvName(id: EncodingId): string {
	return iconvNames[id] ?? id;
}
