/** What the endings of our files are, longest first; of a folder there is none. */
const ending = /(\.zip\.age|\.notes\.jsonld(?:\.age)?|\.[a-z0-9]{1,8})?$/i;

/** A file name that tells nothing of what is in it but its kind. @param stem the word that stands for all of them */
export function neutralFileName(name: string, stem: string): string {
	return stem + (ending.exec(name)?.[0].toLowerCase() ?? '');
}
