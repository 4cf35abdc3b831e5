/** Whether a part of a WACZ file is a web archive: WACZ 1.1.1, "Directory Layout". */
export function isWarcPart(name: string): boolean {
	return /^archive\/.*\.warc(?:\.gz)?$/.test(name);
}

/** Whether a ZIP file with these parts is a WACZ file: a data package with web archives in one folder. */
export function isWacz(names: readonly string[]): boolean {
	return names.includes('datapackage.json') && names.some(isWarcPart);
}
