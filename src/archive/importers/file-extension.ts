/** The lower-case ending of a file's name, with its dot; '' where there is none. */
export function extensionOf(fileName: string): string {
	const base = fileName.split(/[\\/]/).at(-1) ?? '';
	return (/(?<=.)\.[^.]+$/u.exec(base)?.[0] ?? '').toLowerCase();
}
