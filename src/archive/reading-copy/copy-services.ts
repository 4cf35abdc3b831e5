import type { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import type { PicturesService } from '#archive/editions/pictures-service.ts';
import type { EvidenceService } from '#archive/evidence/evidence-service.ts';
import type { GraphService } from '#archive/graph/graph-service.ts';
import type { MapService } from '#archive/map/map-service.ts';
import type { PackagedServices } from '#archive/packages/package-services.ts';
import type { SearchService } from '#archive/search/search-service.ts';

/** The services whose answers a reading copy carries. */
export interface CopiedServices extends PackagedServices {
	evidence: EvidenceService;
	descriptions: DescriptionsService;
	search: SearchService;
	graph: GraphService;
	map: MapService;
	pictures: PicturesService;
}
