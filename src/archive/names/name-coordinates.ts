import { AppError } from '#shared/domain/app-error.ts';
import { type PlaceCoordinates, pointOf } from '#shared/domain/place-coordinates.ts';
import { message } from '#shared/messages/messages.ts';

/** Coordinates as they are stored, to a centimetre. Throws `invalid-input` for a point that is nowhere on the earth. */
export function checkedCoordinates(given: readonly PlaceCoordinates[]): PlaceCoordinates[] {
	return given.map(({ latitude, longitude, uncertaintyM, source }) => {
		const point = pointOf(latitude, longitude);
		if (!point) throw new AppError('invalid-input', { reason: message('names.refused.coordinates') });
		return { ...point, uncertaintyM, source: source.trim() };
	});
}
