import { AppError } from '#shared/domain/app-error.ts';
import { inSchemeOrder, type NameIdentifier, readIdentifier } from '#shared/domain/name-identifier.ts';
import { message } from '#shared/messages/messages.ts';

/** Identifiers as they are stored: each once, in the scheme's own form. Throws `invalid-input` for what is none of its scheme. */
export function checkedIdentifiers(given: readonly NameIdentifier[]): NameIdentifier[] {
	const checked = given.map(({ scheme, value }) => {
		const identifier = readIdentifier(value, scheme);
		if (!identifier) {
			const shown = { value, scheme: message(`names.scheme.${scheme}`) };
			throw new AppError('invalid-input', { reason: message('names.refused.identifier', shown) });
		}
		return identifier;
	});
	return inSchemeOrder(checked);
}
