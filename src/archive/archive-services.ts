import { type CoreServices, createCoreServices, type ServiceEnvironment } from './core-services.ts';
import type { ArchiveDatabase } from './db/archive-database.ts';
import type { OnDemandServices } from './on-demand-services.ts';

export interface ArchiveServices extends CoreServices {
	/** Those whose code is loaded with the first question; rejects where it cannot be read, and tries again the next time. */
	onDemand(): Promise<OnDemandServices>;
}

/** All services over one database. */
export function createServices(database: ArchiveDatabase, environment: ServiceEnvironment): ArchiveServices {
	const core = createCoreServices(database, environment);
	let loading: Promise<OnDemandServices> | null = null;
	async function load(): Promise<OnDemandServices> {
		const { createOnDemandServices } = await import('./on-demand-services.ts');
		return createOnDemandServices(database, environment, core);
	}
	return {
		...core,
		onDemand() {
			loading ??= load().catch((error) => {
				loading = null;
				throw error;
			});
			return loading;
		},
	};
}
