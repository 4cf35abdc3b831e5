import { planWithheld } from '../package-plan.ts';
import type { PackagedServices } from '../package-services.ts';
import { blackOut } from './black-out.ts';

/** Takes the names out of a text that are to be withheld. */
export class BlackingOutService {
	readonly #services: Pick<PackagedServices, 'descriptions' | 'names'>;

	constructor(services: Pick<PackagedServices, 'descriptions' | 'names'>) {
		this.#services = services;
	}

	blackOut({ text }: { text: string }): Promise<{ text: string; count: number }> {
		return blackOut(text, planWithheld(this.#services));
	}
}
