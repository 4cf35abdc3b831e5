import { isSurePlacement, type Placement } from '#shared/domain/annotation.ts';
import { message } from './messages.ts';

/**
 * "¶ 3", or "was ¶ 3" for an annotation that has no sure place in the edition that is shown: in that one the number is
 * another paragraph's.
 */
export function paragraphWords(number: number | string, placement: Placement): string {
	return isSurePlacement(placement) ? `¶ ${number}` : message('annotations.was-number', { number });
}
