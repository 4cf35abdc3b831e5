const secretKey = /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/;
const publicKey = /^age1[02-9ac-hj-np-z]{58}$/;

/** The secret keys in a key file as `age-keygen` writes it, one a line beside comments; empty for a file without any. */
export function identitiesIn(text: string): string[] {
	return text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => secretKey.test(line));
}

/** Whether this is written as a public key of age is; whether it is one, the bytes in it tell. */
export function isRecipient(text: string): boolean {
	return publicKey.test(text);
}
