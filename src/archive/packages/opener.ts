import type { OtherKey } from '#shared/domain/merge.ts';

/** What was given to open something encrypted; undefined where nothing was. */
export function openerIn({
	passphrase,
	identities,
}: {
	passphrase?: string | undefined;
	identities?: readonly string[] | undefined;
}): OtherKey | undefined {
	if (identities) return { identities };
	return passphrase === undefined ? undefined : { passphrase };
}
