/** A passphrase for something that is to be written, as typed. */
export interface PassphraseDraft {
	passphrase: string;
	passphraseAgain: string;
}

/** Whether it was typed, and typed twice. */
export function isPassphraseSettled({ passphrase, passphraseAgain }: PassphraseDraft): boolean {
	return passphrase !== '' && passphrase === passphraseAgain;
}
